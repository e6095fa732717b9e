// Owners of HDF5 identifiers: each closes its identifier when it goes, and a failed call becomes an exception that
// never leaves this room.
#pragma once

#include <hdf5.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace leeway::hdf5 {

/// A call of the library that failed; `what()` names the step in words for a user.
struct Failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The result of an HDF5 call; throws Failure with `step` if the result is negative.
template <class Integer>
Integer checked(Integer result, const std::string& step) {
    if (result < 0) throw Failure(step);
    return result;
}

/// The only owner of one identifier.
class Handle {
  public:
    using Close = herr_t (*)(hid_t);

    /// Takes over `id`, to be closed by `close`; throws Failure with `step` if the call that gave it failed.
    Handle(hid_t id, Close close, const std::string& step) : id_(checked(id, step)), close_(close) {}
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, H5I_INVALID_HID)), close_(other.close_) {}
    Handle& operator=(Handle&&) = delete;
    ~Handle() {
        if (id_ >= 0) close_(id_);
    }

    operator hid_t() const { return id_; }

  private:
    hid_t id_;
    Close close_;
};

/// Keeps HDF5 from printing its own error stack for as long as this lives, and from complaining at exit about what a
/// damaged file left open. Make one before anything else of HDF5 is called.
class Quiet {
  public:
    Quiet() {
        H5dont_atexit();
        H5Eget_auto2(H5E_DEFAULT, &function_, &data_);
        H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    }
    ~Quiet() { H5Eset_auto2(H5E_DEFAULT, function_, data_); }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

  private:
    H5E_auto2_t function_ = nullptr;
    void* data_ = nullptr;
};

}  // namespace leeway::hdf5
