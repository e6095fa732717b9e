#include "store/volume.hpp"

#include <sys/statvfs.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>

namespace leeway {
namespace {

namespace fs = std::filesystem;

fs::path nearest_folder(const fs::path& path) {
    std::error_code ignored;
    fs::path folder = fs::absolute(path, ignored);
    while (!fs::is_directory(folder, ignored) && folder.has_relative_path()) folder = folder.parent_path();
    return folder;
}

}  // namespace

std::optional<double> free_bytes(const fs::path& path) {
    struct statvfs volume {};
    if (statvfs(nearest_folder(path).c_str(), &volume) != 0) return std::nullopt;
    return static_cast<double>(volume.f_bavail) * static_cast<double>(volume.f_frsize);
}

bool is_on_network(const fs::path& path) {
    struct statfs volume {};
    return statfs(nearest_folder(path).c_str(), &volume) == 0 && is_network_type(static_cast<long>(volume.f_type));
}

bool is_network_type(long type) {
    // The numbers of linux/magic.h and of the file systems themselves, cut to 32 bits as statfs gives them.
    constexpr std::array<std::uint32_t, 12> shared{
        0x6969,      // NFS
        0x517b,      // SMB
        0xff534d42,  // CIFS
        0xfe534d42,  // SMB 2
        0x0bd00bd0,  // Lustre
        0x47504653,  // GPFS
        0x00c36400,  // Ceph
        0x5346414f,  // AFS
        0x01021997,  // 9P
        0x65735546,  // FUSE, of which sshfs is one
        0x19830326,  // BeeGFS
        0x7461636f,  // OCFS2
    };
    return std::find(shared.begin(), shared.end(), static_cast<std::uint32_t>(type)) != shared.end();
}

}  // namespace leeway
