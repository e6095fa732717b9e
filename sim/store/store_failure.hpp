// Why a store of runs cannot be had or written, in the words of a user.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace leeway {

/// Problem, why, remedy.
struct StoreFailure : std::runtime_error {
    enum class Kind {
        foreign,      ///< what is there is no store of ours
        outdated,     ///< it is one of another format or version of the model
        damaged,      ///< what is there cannot be read
        in_use,       ///< another process writes it
        not_written,  ///< the disk is full, the folder may not be written …
    };
    StoreFailure(Kind what, const std::string& message) : std::runtime_error(message), kind(what) {}
    Kind kind;
};

/// What a result code of SQLite (and its words for it) means for the store at `path`.
StoreFailure failure_of(const std::filesystem::path& path, int code, const std::string& words);

/// The store at `path` is whole, but `kind` and of no use here.
StoreFailure useless_store(StoreFailure::Kind kind, const std::filesystem::path& path, const std::string& why);

/// The store at `path` holds something that cannot be.
StoreFailure damaged_store(const std::filesystem::path& path, const std::string& what);

}  // namespace leeway
