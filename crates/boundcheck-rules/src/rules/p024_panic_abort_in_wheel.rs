//! P024

use boundcheck_model::Wheel;

use crate::WheelFindings;
use crate::rule::rule;

rule! {
    /// An extension module was built so that a Rust panic kills the Python process.
    ///
    /// ## Why
    /// PyO3 catches a panic at the boundary and raises `PanicException`. In an object built with `panic = "abort"`
    /// there is nothing to catch: the interpreter dies with SIGABRT, and with it every thread in it. Rule E002 sees the
    /// setting in `Cargo.toml`; this one sees it also when it came from `RUSTFLAGS` or another profile. It shows in what
    /// the object asks of the unwinder: a backtrace, but never to raise. On Windows, and where an object
    /// brings its own unwinder, it does not show, and nothing is said.
    /// See the [PyO3 guide](https://pyo3.rs/latest/function/error-handling.html).
    ///
    /// ## Bad
    /// ```wheel,bad
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New, aborts
    /// # ^ P024
    /// ```
    ///
    /// ## Good
    /// ```wheel,good
    /// demo-1.0-cp39-abi3-manylinux_2_17_x86_64.whl
    /// demo/_native.abi3.so: exports PyInit__native, imports PyList_New
    /// ```
    P024 "panic-abort-in-wheel" {
        since: "0.1.0",
        severity: Warning,
        confidence: High,
        persona: Pedantic,
        on: wheel,
    }
}

fn check<'w>(wheel: &'w Wheel, out: &mut WheelFindings<'w>) {
    for object in wheel.objects.iter().filter(|object| object.panic_aborts && object.is_module()) {
        out.member(&object.path)
            .message("a panic in it aborts the whole Python process")
            .label("built with PyO3 and `panic = \"abort\"`")
            .note("the interpreter dies without a traceback; no `except` and no `finally` runs")
            .help("leave `panic` out of the profile and of `RUSTFLAGS`: `unwind` is the default");
    }
}
