#include "store/store_failure.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/writer_note.hpp"

namespace leeway {

namespace fs = std::filesystem;

StoreFailure failure_of(const fs::path& path, int code, const std::string& words) {
    const std::string name = path.string();
    using Kind = StoreFailure::Kind;
    switch (code) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {Kind::in_use,
                    fmt::format("{} is being written by {}; wait for it, or choose another output with -o", name,
                                writer_of(path))};
        case SQLITE_NOTADB:
            return useless_store(Kind::foreign, path, "it is no SQLite database, or its beginning is damaged");
        case SQLITE_CORRUPT:
            return damaged_store(path, words);
        case SQLITE_FULL:
            return {Kind::not_written,
                    fmt::format("cannot write {}: the disk is full; runs that were counted are safe. "
                                "Free some space and give the same command again",
                                name)};
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return {Kind::not_written, fmt::format("cannot write {}: {}; make its folder exist and writable, or choose "
                                                   "another place with -o",
                                                   name, words)};
        default:
            return {Kind::not_written, fmt::format("cannot use {}: {}; runs that were counted are safe. Mend the cause "
                                                   "and give the same command again",
                                                   name, words)};
    }
}

StoreFailure useless_store(StoreFailure::Kind kind, const fs::path& path, const std::string& why) {
    return {kind, fmt::format("{} cannot be used: {}. Choose another output with -o, or move that file away",
                              path.string(), why)};
}

StoreFailure damaged_store(const fs::path& path, const std::string& what) {
    return {StoreFailure::Kind::damaged,
            fmt::format("{} is damaged ({}). Put a copy of it in its place, or move it away and run the experiment "
                        "again",
                        path.string(), what)};
}

}  // namespace leeway
