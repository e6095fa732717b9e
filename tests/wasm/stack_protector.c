/* Parts of Debian's libraries are compiled with stack protection, whose two symbols wasi-libc does not have. */
#include <stdint.h>
#include <stdlib.h>

uintptr_t __stack_chk_guard = 0x5bd1e995u;

_Noreturn void __stack_chk_fail(void) { abort(); }
