// Owners of a SQLite database and of its prepared statements; a failed call becomes an exception that never leaves this
// room.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace leeway::sqlite {

/// A call that failed: SQLite's result code, and its words for it.
struct Failure : std::runtime_error {
    Failure(int result, const std::string& words) : std::runtime_error(words), code(result) {}
    int code;  ///< primary result code, such as SQLITE_FULL
};

class Database {
  public:
    /// Opens a database for reading and writing, and makes it if it is not there. Throws Failure.
    explicit Database(const std::filesystem::path& path);

    /// Carries out statements that give nothing. Throws Failure.
    void execute(const std::string& statements);

    /// The first value of the first row that a query gives, 0 if there is none. Throws Failure.
    std::int64_t number(const std::string& query);

    sqlite3* handle() const { return handle_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

/// A statement with places `?1`, `?2` … for values. Texts and bytes that are bound must live until the next step.
class Statement {
  public:
    Statement(const Database& database, std::string_view text);

    Statement& bind(int place, std::int64_t number);
    Statement& bind(int place, std::string_view text);
    Statement& bind(int place, std::span<const std::byte> bytes);

    /// Goes to the next row; false, and ready to begin again, after the last one. Throws Failure.
    bool step();

    /// Carries out a statement that gives no rows.
    void run() {
        while (step()) continue;
    }

    std::int64_t number(int column) const { return sqlite3_column_int64(handle_.get(), column); }
    std::string_view text(int column) const;             ///< valid until the next step
    std::span<const std::byte> bytes(int column) const;  ///< likewise

  private:
    void check(int result) const;

    struct Finalize {
        void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A transaction: everything until commit() is stored, or nothing.
class Transaction {
  public:
    explicit Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit() {
        database_.execute("COMMIT");
        is_open_ = false;
    }

  private:
    Database& database_;
    bool is_open_ = true;
};

}  // namespace leeway::sqlite
