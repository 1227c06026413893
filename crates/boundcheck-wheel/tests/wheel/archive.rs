//! What a good wheel is made of.

use crate::zip::{Entry, archive};
use crate::{flaws, read};

const NAME: &str = "demo-1.0-1-cp39.cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";

#[test]
fn name_members_and_metadata_are_read() {
    let wheel = read(
        NAME,
        &archive(&[
            Entry::deflated("demo/__init__.py", b"print(1)\n"),
            Entry::stored("demo/_native.pyi", b"def f() -> int: ...\n"),
            Entry::deflated(
                "demo-1.0.dist-info/METADATA",
                b"Metadata-Version: 2.4\nName: demo\nSummary: one\n  two\nVersion: 1.0\n\nName: of the text\n",
            ),
            Entry::deflated(
                "demo-1.0.dist-info/WHEEL",
                b"Wheel-Version: 1.0\nTag: cp39-abi3-any\nTag: cp310-abi3-any\n",
            ),
            Entry::deflated(
                "demo-1.0.dist-info/RECORD",
                b"demo/__init__.py,sha256=abc,9\n\"demo/a, b.py\",,\ndemo-1.0.dist-info/RECORD,,\n",
            ),
        ]),
    )
    .unwrap();
    assert_eq!(flaws(&wheel), []);
    let name = wheel.name.as_ref().unwrap();
    assert_eq!((name.distribution.as_str(), name.version.as_str(), name.build.as_deref()), ("demo", "1.0", Some("1")));
    assert_eq!(name.tags().len(), 4);
    assert_eq!(wheel.stable_abi(), Some((3, 9)));
    // `printf 'print(1)\n' | openssl sha256 -binary | basenc --base64url`
    let hash = wheel.member("demo/__init__.py").unwrap().sha256.as_deref();
    assert_eq!(hash, Some("zEIVUIj8pXMHWNtysqW8ozESqUHfqi1DCY7EIs5OohM"));
    let metadata = wheel.metadata.as_ref().unwrap();
    let field = |name| metadata.get(name).map(|field| (field.value.as_str(), field.line));
    assert_eq!(field("name"), Some(("demo", 2)));
    assert_eq!(field("Summary"), Some(("one\ntwo", 3)));
    assert_eq!(field("Version"), Some(("1.0", 5)));
    assert_eq!(wheel.info.as_ref().unwrap().all("Tag").count(), 2);
    let rows = &wheel.record.as_ref().unwrap().rows;
    assert_eq!((rows[0].size, rows[1].path.as_str(), rows[1].line), (Some(9), "demo/a, b.py", 2));
    assert!(wheel.texts.iter().any(|text| text.path == "demo/_native.pyi"));
}

#[test]
fn a_file_name_that_is_none_of_a_wheel_gives_no_tags() {
    let empty = archive(&[]);
    for name in
        ["demo.whl", "demo-1.0-py3-none.whl", "demo-1.0-x-py3-none-any.whl", "demo-1.0--py3-none-any.whl", "demo.zip"]
    {
        assert_eq!(read(name, &empty).unwrap().name, None, "{name}");
    }
}
