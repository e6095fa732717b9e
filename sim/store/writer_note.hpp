// A note beside a store that says who writes it. The lock of SQLite is what keeps others out; the note is for the
// message that they get.
#pragma once

#include <filesystem>
#include <string>

namespace leeway {

/// The note of a store: `NAME.leeway-writer`.
std::filesystem::path writer_note_of(const std::filesystem::path& store);

/// Says that this process writes the store from now on; a note that a killed process left is replaced.
void leave_writer_note(const std::filesystem::path& store);

/// "process 4711 on host, which started at 2026-01-31T12:00:00Z"; "another process" if there is no note.
std::string writer_of(const std::filesystem::path& store);

}  // namespace leeway
