#include "store/sqlite_handles.hpp"

#include <cstring>

namespace leeway::sqlite {
namespace {

constexpr int primary_code = 0xff;

/// SQLite's words, and the system's where it was asked for something.
[[noreturn]] void fail(sqlite3* database) {
    const int code = sqlite3_errcode(database) & primary_code;
    std::string words = sqlite3_errmsg(database);
    const int error = sqlite3_system_errno(database);
    if (error != 0 && (code == SQLITE_IOERR || code == SQLITE_CANTOPEN))
        words += std::string(", ") + std::strerror(error);
    throw Failure(code, words);
}

}  // namespace

Database::Database(const std::filesystem::path& path) {
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    handle_.reset(opened);
    if (opened == nullptr) throw Failure(SQLITE_NOMEM, "there is not enough memory");
    if (result != SQLITE_OK) fail(opened);
}

void Database::execute(const std::string& statements) {
    if (sqlite3_exec(handle(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle());
}

std::int64_t Database::number(const std::string& query) {
    Statement statement(*this, query);
    return statement.step() ? statement.number(0) : 0;
}

Statement::Statement(const Database& database, std::string_view text) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database.handle(), text.data(), static_cast<int>(text.size()), &prepared, nullptr) !=
        SQLITE_OK) {
        fail(database.handle());
    }
    handle_.reset(prepared);
}

void Statement::check(int result) const {
    if (result != SQLITE_OK) fail(sqlite3_db_handle(handle_.get()));
}

Statement& Statement::bind(int place, std::int64_t number) {
    check(sqlite3_bind_int64(handle_.get(), place, number));
    return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
    check(sqlite3_bind_text64(handle_.get(), place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int place, std::span<const std::byte> bytes) {
    check(sqlite3_bind_blob64(handle_.get(), place, bytes.data(), bytes.size(), SQLITE_STATIC));
    return *this;
}

bool Statement::step() {
    const int result = sqlite3_step(handle_.get());
    if (result == SQLITE_ROW) return true;
    const int reset = sqlite3_reset(handle_.get());
    if (result != SQLITE_DONE) check(reset == SQLITE_OK ? result : reset);
    return false;
}

std::string_view Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    return text == nullptr
               ? std::string_view{}
               : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column)));
}

std::span<const std::byte> Statement::bytes(int column) const {
    const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(handle_.get(), column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

Transaction::~Transaction() {
    // A transaction that SQLite has rolled back by itself, as on a full disk, is over already.
    if (is_open_ && sqlite3_get_autocommit(database_.handle()) == 0)
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace leeway::sqlite
