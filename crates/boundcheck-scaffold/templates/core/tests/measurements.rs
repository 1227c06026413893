//! The measurements as another crate uses them.

use {{ core }}::{Bootstrap, Error, Series, Summary, parse};

fn series(values: &[f64]) -> Series {
    Series::new(values.to_vec()).expect("finite values")
}

#[test]
fn text_becomes_a_series() {
    let read = parse("20.5\n\n  21 # after lunch\n").expect("two numbers");
    assert_eq!(read, series(&[20.5, 21.0]));
}

#[test]
fn a_line_that_is_no_number_is_named() {
    let error = parse("1\ntwo\n").expect_err("a word");
    assert_eq!(error.to_string(), "line 2: `two` is not a number");
}

#[test]
fn a_series_has_finite_values() {
    assert_eq!(Series::new(Vec::new()), Err(Error::Empty));
    let infinite = Series::new(vec![1.0, f64::INFINITY]);
    assert!(matches!(infinite, Err(Error::NotFinite { index: 1, .. })));
}

#[test]
fn windows_slide_over_the_series() {
    let mut windows = series(&[1.0, 3.0, 5.0, 7.0]).windows(2).expect("two fit into four");
    assert_eq!(windows.len(), 3);
    assert_eq!(windows.next(), Some(2.0));
    assert_eq!(windows.len(), 2);
    assert_eq!(windows.collect::<Vec<_>>(), [4.0, 6.0]);
}

#[test]
fn a_window_must_fit() {
    for size in [0, 3] {
        let error = series(&[1.0, 2.0]).windows(size).expect_err("does not fit");
        assert_eq!(error, Error::Window { size, len: 2 });
    }
}

#[test]
fn a_summary_takes_one_pass() {
    let summary = Summary::of([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).expect("finite");
    assert_eq!((summary.count, summary.min, summary.max), (8, 2.0, 9.0));
    assert!((summary.mean - 5.0).abs() < 1e-12);
    assert!((summary.std_dev - 2.138_089_935_299_395).abs() < 1e-12);
}

#[test]
fn an_interval_does_not_depend_on_how_rounds_are_divided() {
    let series = series(&[1.0, 2.0, 3.0, 4.0, 10.0]);
    let bootstrap = |seed| Bootstrap::new(&series, 0.9, 1_000, seed).expect("a level and rounds");
    let interval = bootstrap(7).interval();
    let mut in_parts = bootstrap(7);
    for rounds in [1, 299, usize::MAX] {
        in_parts.run(rounds);
    }
    assert_eq!(in_parts.left(), 0);
    assert_eq!(in_parts.interval(), interval);
    assert!(interval.low < series.mean() && series.mean() < interval.high);
}

#[test]
fn another_seed_draws_other_values() {
    let series = series(&[1.0, 2.5, 3.1, 4.7, 10.3]);
    let first_draw = |seed| Bootstrap::new(&series, 0.5, 1, seed).expect("a level and rounds").interval();
    let draws: Vec<_> = (0..8).map(first_draw).collect();
    assert!(draws.iter().any(|draw| *draw != draws[0]), "{draws:?}");
}

#[test]
fn an_interval_needs_a_level_and_rounds() {
    let new = |level, rounds| Bootstrap::new(&series(&[1.0, 2.0]), level, rounds, 0).map(drop);
    assert_eq!(new(0.9, Bootstrap::MOST_ROUNDS), Ok(()));
    assert_eq!(new(1.0, 1), Err(Error::Level { level: 1.0 }));
    assert!(new(f64::NAN, 1).is_err());
    for rounds in [0, Bootstrap::MOST_ROUNDS + 1] {
        assert_eq!(new(0.9, rounds), Err(Error::Rounds { rounds }));
    }
}
