//! `cargo bench`: how long rounds take.

use sea_level_core::{Bootstrap, Series, Summary};

fn main() {
    divan::main();
}

fn series(len: u32) -> Series {
    Series::new((0..len).map(f64::from).collect()).expect("finite values")
}

#[divan::bench(args = [100, 10_000])]
fn hundred_rounds(bencher: divan::Bencher<'_, '_>, len: u32) {
    let series = series(len);
    bencher.bench(|| Bootstrap::new(&series, 0.95, 100, 0).map(Bootstrap::interval));
}

#[divan::bench(args = [100, 10_000])]
fn summary(bencher: divan::Bencher<'_, '_>, len: u32) {
    let series = series(len);
    bencher.bench(|| Summary::of(series.values().iter().copied()));
}
