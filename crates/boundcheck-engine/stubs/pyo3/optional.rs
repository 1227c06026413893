//! Conversions of other crates' types, where the project has those crates.

#[cfg(with_anyhow)]
impl From<anyhow::Error> for crate::PyErr {}
#[cfg(with_eyre)]
impl From<eyre::Report> for crate::PyErr {}

macro_rules! both_ways {
    ($([$($param:tt)*] $ty:ty => $target:ty;)*) => {
        into_python! {
            $([$($param)*] $ty => $target, $crate::Bound<'py, $target>, $crate::PyErr;)*
            $(['ref_, $($param)*] &'ref_ $ty => $target, $crate::Bound<'py, $target>, $crate::PyErr;)*
        }
        from_python! { $([$($param)*] $ty => $crate::PyErr;)* }
    };
}

#[cfg(with_bigdecimal)]
both_ways! { [] bigdecimal::BigDecimal => crate::PyAny; }
#[cfg(with_bytes)]
both_ways! { [] bytes::Bytes => crate::types::PyBytes; }
#[cfg(with_chrono)]
both_ways! {
    [Tz: chrono::TimeZone] chrono::DateTime<Tz> => crate::types::PyDateTime;
    [] chrono::NaiveDateTime => crate::types::PyDateTime;
    [] chrono::NaiveDate => crate::types::PyDate;
    [] chrono::NaiveTime => crate::types::PyTime;
    [] chrono::Duration => crate::types::PyDelta;
    [] chrono::FixedOffset => crate::types::PyTzInfo;
    [] chrono::Utc => crate::types::PyTzInfo;
}
#[cfg(with_chrono_tz)]
both_ways! { [] chrono_tz::Tz => crate::types::PyTzInfo; }
#[cfg(with_either)]
both_ways! { [L, R] either::Either<L, R> => crate::PyAny; }
#[cfg(with_hashbrown)]
both_ways! {
    [K, V, S] hashbrown::HashMap<K, V, S> => crate::types::PyDict;
    [K, S] hashbrown::HashSet<K, S> => crate::types::PySet;
}
#[cfg(with_indexmap)]
both_ways! { [K, V, S] indexmap::IndexMap<K, V, S> => crate::types::PyDict; }
#[cfg(with_jiff)]
both_ways! {
    [] jiff::Timestamp => crate::types::PyDateTime;
    [] jiff::Zoned => crate::types::PyDateTime;
    [] jiff::civil::DateTime => crate::types::PyDateTime;
    [] jiff::civil::Date => crate::types::PyDate;
    [] jiff::civil::Time => crate::types::PyTime;
    [] jiff::SignedDuration => crate::types::PyDelta;
    [] jiff::Span => crate::types::PyDelta;
}
#[cfg(with_num_bigint)]
both_ways! {
    [] num_bigint::BigInt => crate::types::PyInt;
    [] num_bigint::BigUint => crate::types::PyInt;
}
#[cfg(with_num_complex)]
both_ways! { [T] num_complex::Complex<T> => crate::types::PyComplex; }
#[cfg(with_num_rational)]
both_ways! { [T: Clone] num_rational::Ratio<T> => crate::PyAny; }
#[cfg(with_ordered_float)]
both_ways! { [T] ordered_float::OrderedFloat<T> => crate::types::PyFloat; }
#[cfg(with_rust_decimal)]
both_ways! { [] rust_decimal::Decimal => crate::PyAny; }
#[cfg(with_smallvec)]
both_ways! { [A: smallvec::Array] smallvec::SmallVec<A> => crate::PyAny; }
#[cfg(with_time)]
both_ways! {
    [] time::OffsetDateTime => crate::types::PyDateTime;
    [] time::PrimitiveDateTime => crate::types::PyDateTime;
    [] time::UtcDateTime => crate::types::PyDateTime;
    [] time::Date => crate::types::PyDate;
    [] time::Time => crate::types::PyTime;
    [] time::Duration => crate::types::PyDelta;
}
#[cfg(with_uuid)]
both_ways! { [] uuid::Uuid => crate::PyAny; }
