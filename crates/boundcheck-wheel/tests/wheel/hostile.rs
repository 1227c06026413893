//! Archives that lie.

use boundcheck_model::FlawKind;
use boundcheck_wheel::WheelError;
use camino::Utf8Path;

use crate::zip::{self, Entry, archive};
use crate::{flaws, read};

const NAME: &str = "demo-1.0-py3-none-any.whl";

#[test]
fn paths_that_lead_out_or_are_there_twice() {
    let names = ["/etc/passwd", "../evil.py", "a/../../b", "C:\\x", "a\\b", "a//b", "demo.py", "Demo.py", "demo.py"];
    let entries: Vec<_> = names.iter().map(|name| Entry::stored(name, b"")).collect();
    let wheel = read(NAME, &archive(&entries)).unwrap();
    let (path, twice) = (FlawKind::Path, FlawKind::Duplicate);
    let wrong = names[..6].iter().map(|name| (path, *name)).chain([(twice, "Demo.py"), (twice, "demo.py")]);
    assert_eq!(flaws(&wheel), wrong.collect::<Vec<_>>());
    // What is there twice is not read at all: nobody knows which one counts.
    assert_eq!(wheel.member("demo.py").unwrap().sha256, None);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = Entry::deflated("zeros", &vec![0; 80 << 20]);
    let wheel = read(NAME, &archive(&[zeros])).unwrap();
    assert_eq!(flaws(&wheel), [(FlawKind::Bomb, "zeros")]);
    assert_eq!(wheel.members[0].sha256, None);
}

#[test]
fn a_member_of_four_gigabytes_that_is_not_there() {
    let huge = Entry { size: u32::MAX - 1, ..Entry::stored("huge", b"little") };
    let wheel = read(NAME, &archive(&[huge])).unwrap();
    assert_eq!(flaws(&wheel), [(FlawKind::Bomb, "huge")]);
}

/// The bytes of an archive whose directory is found by way of zip64.
fn archive64(entries: &[Entry]) -> Vec<u8> {
    let (mut out, start, count) = zip::members(entries);
    let (at, length) = (out.len() as u64, out.len() as u64 - u64::from(start));
    out.extend(b"PK\x06\x06");
    out.extend(44_u64.to_le_bytes());
    out.extend([45, 3, 45, 0]);
    out.extend([0; 8]);
    for number in [count as u64, count as u64, length, start.into()] {
        out.extend(number.to_le_bytes());
    }
    out.extend(b"PK\x06\x07");
    out.extend([0; 4]);
    out.extend(at.to_le_bytes());
    out.extend(1_u32.to_le_bytes());
    zip::end(&mut out, u16::MAX, u32::MAX, u32::MAX);
    out
}

#[test]
fn an_archive_of_zip64_is_one_like_any_other() {
    let text = b"print(1)\n";
    let wide = Some((text.len() as u64, text.len() as u64));
    let entries = [Entry { wide, ..Entry::stored("demo/__init__.py", text) }, Entry::deflated("demo/a.py", text)];
    for bytes in [archive64(&entries), archive(&entries)] {
        let wheel = read(NAME, &bytes).unwrap();
        assert_eq!(flaws(&wheel), []);
        assert_eq!(wheel.members[0].size, text.len() as u64);
        assert_eq!(wheel.members[0].sha256, wheel.members[1].sha256);
        assert!(wheel.members[0].sha256.is_some());
    }
}

#[test]
fn a_member_of_more_than_four_gigabytes_that_is_not_there() {
    const HUGE: u64 = 5 << 30;
    let little = |wide| Entry { wide: Some(wide), ..Entry::stored("a.so", b"little") };
    // Its packed size is true, or as untrue as the other, or the largest there is.
    for (wide, kinds) in [
        ((HUGE, 6), vec![FlawKind::Bomb]),
        ((HUGE, HUGE), vec![FlawKind::Content]),
        ((1 << 30, 1 << 30), vec![FlawKind::Content]),
        ((u64::MAX, u64::MAX), vec![FlawKind::Content]),
    ] {
        let wheel = read(NAME, &archive64(&[little(wide)])).unwrap();
        let found: Vec<_> = wheel.flaws.iter().filter(|flaw| flaw.member.is_some()).map(|flaw| flaw.kind).collect();
        assert_eq!(found, kinds, "{wide:?}: {:?}", wheel.flaws);
        assert_eq!((wheel.members[0].sha256.as_deref(), wheel.objects.len()), (None, 0));
    }
}

#[test]
fn many_small_bombs_are_one() {
    let zeros = Entry::deflated("zeros", &vec![0; 4 << 20]);
    let entries: Vec<_> = (0..20).map(|at| Entry { name: format!("zeros{at}"), ..zeros.clone() }).collect();
    let wheel = read(NAME, &archive(&entries)).unwrap();
    assert_eq!(flaws(&wheel), [(FlawKind::Bomb, "")]);
    assert!(wheel.members.iter().all(|member| member.sha256.is_none()));
}

#[test]
fn a_directory_of_zip64_that_lies_is_an_error() {
    let whole = archive64(&[Entry::stored("demo.py", b"print(1)\n")]);
    let record = whole.windows(4).rposition(|bytes| bytes == b"PK\x06\x06").unwrap();
    // Entries, length and start of the directory.
    for field in [24, 32, 40, 48] {
        let mut bytes = whole.clone();
        bytes[record + field..record + field + 8].copy_from_slice(&(u64::MAX / 2).to_le_bytes());
        let wheel = read(NAME, &bytes);
        assert!(wheel.is_err() || wheel.is_ok_and(|wheel| wheel.members.len() <= 1), "{field}");
    }
}

#[test]
fn sizes_and_checksums_that_are_not_true() {
    let shorter = Entry { size: 100, ..Entry::deflated("shorter", b"little") };
    let longer = Entry { size: 2, ..Entry::deflated("longer", b"little") };
    let changed = Entry { crc: 1, ..Entry::stored("changed", b"little") };
    let wheel = read(NAME, &archive(&[shorter, longer, changed])).unwrap();
    let kinds = flaws(&wheel);
    assert_eq!(kinds, ["shorter", "longer", "changed"].map(|name| (FlawKind::Content, name)));
}

#[test]
fn encrypted_members_and_links() {
    let encrypted = Entry { flags: 1, ..Entry::stored("secret", b"x") };
    let link = Entry { attributes: 0o120_777 << 16, ..Entry::stored("link", b"/etc/passwd") };
    let wheel = read(NAME, &archive(&[encrypted, link])).unwrap();
    assert_eq!(flaws(&wheel), [(FlawKind::Encrypted, "secret"), (FlawKind::Special, "link")]);
}

#[test]
fn what_is_cut_off_or_no_archive_is_an_error_that_names_the_file() {
    let whole = archive(&[Entry::stored("demo.py", b"print(1)\n")]);
    for bytes in [&whole[..whole.len() - 5], &whole[..20], b"", b"no archive", &[0; 4096]] {
        let error = read(NAME, bytes).unwrap_err();
        assert!(matches!(&error, WheelError::NotAnArchive { .. }), "{error}");
        assert!(error.to_string().contains(NAME));
    }
    let missing = boundcheck_wheel::read(Utf8Path::new("/nowhere/demo-1.0-py3-none-any.whl"));
    assert!(matches!(missing, Err(WheelError::NotFound { .. })));
    let folder = boundcheck_wheel::read(Utf8Path::new("/"));
    assert!(matches!(folder, Err(WheelError::Unreadable { .. })));
}

#[test]
fn no_byte_that_is_flipped_makes_it_panic() {
    let whole = archive(&[
        Entry::deflated("demo-1.0.dist-info/RECORD", b"demo.py,,\n"),
        Entry::stored("a.so", b"\x7fELF\x02\x01\x01"),
    ]);
    for at in 0..whole.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] ^= flip;
            let _ = read(NAME, &bytes);
        }
    }
}
