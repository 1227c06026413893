//! Wheels written as text, for the examples of rules.
//!
//! The first line is the file name. Each other line is a member, with what matters about it behind a colon:
//! `demo/_native.so: exports PyInit__native, imports PyList_New, memcpy@GLIBC_2.14, needs libc.so.6, rpath $ORIGIN,
//! execstack, aborts, architecture x86_64, macos 11.0`, or `demo/__init__.py: text from ._native import f`. `METADATA`,
//! `WHEEL` and `RECORD` are made to fit; `METADATA: License: MIT` adds a field. `# ^ P004` marks a finding at the member
//! above, under the file name one about the whole wheel, and `# ^ P019 METADATA` one in that file of `.dist-info`.

use boundcheck_model::{
    Finding, Flaw, FlawKind, Header, Headers, Import, Member, ObjectFormat, Record, RecordRow, Relro, SharedObject,
    Sizes, SourceFile, Wheel, WheelName,
};

use crate::testing::docs::{Piece, pieces};
use crate::testing::everything;
use crate::{Rule, Selection, run_on_wheel};

/// Executes the examples in the documentation of a rule about wheels.
#[track_caller]
pub(super) fn examples(rule: &Rule) {
    let blocks: Vec<_> = pieces(rule.docs)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Block(block) => Some(block),
            Piece::Prose(_) => None,
        })
        .collect();
    for bad in [true, false] {
        assert!(blocks.iter().any(|block| block.bad == bad), "{}: a bad and a good example are needed", rule.code);
    }
    for block in blocks {
        let fixture = WheelFixture::parse(block.code);
        assert_eq!(fixture.marks.is_empty(), !block.bad, "{}: a bad example is marked, a good one is not", rule.code);
        check_fixture(rule, &fixture);
    }
}

/// Checks that the rule reports exactly what is marked in the description of a wheel.
#[track_caller]
pub(crate) fn check_wheel(rule: &Rule, text: &str) {
    check_fixture(rule, &WheelFixture::parse(text));
}

#[track_caller]
fn check_fixture(rule: &Rule, fixture: &WheelFixture) {
    let selection = Selection { select: vec![rule.code.to_owned()], ..everything() };
    let findings = run_on_wheel(&fixture.wheel, &selection);
    let shown = &fixture.wheel.path;
    let place = |finding: &Finding| {
        let member = finding.location.path.strip_prefix(shown).unwrap_or(&finding.location.path);
        (member.to_string(), finding.rule.clone())
    };
    let mut found: Vec<_> = findings.iter().map(place).collect();
    let mut marks = fixture.marks.clone();
    found.sort();
    marks.sort();
    assert_eq!(found, marks, "{}: found, marked; in:\n{}\n{findings:#?}", rule.code, fixture.shown);
    for finding in &findings {
        let said = [&finding.message, &finding.label].map(String::as_str);
        assert!(said.iter().all(|text| !text.is_empty()), "{}: say what and where: {finding:#?}", rule.code);
        assert!(
            finding.help.is_some() && finding.note.is_some(),
            "{}: say why and what to do: {finding:#?}",
            rule.code
        );
    }
}

/// A wheel and the marks in its text: path of the member, code and persona of the finding.
pub(super) struct WheelFixture {
    pub(super) wheel: Wheel,
    pub(super) marks: Vec<(String, String)>,
    /// The text without the marks.
    pub(super) shown: String,
    /// What `METADATA` says beside name and version.
    fields: Vec<(String, String)>,
}

impl WheelFixture {
    pub(super) fn parse(text: &str) -> Self {
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        let file = lines.next().expect("the file name of the wheel");
        let name = name(file);
        let info = format!("{}-{}.dist-info", name.distribution, name.version);
        let mut fixture = Self {
            wheel: Wheel { path: file.into(), name: Some(name), ..Wheel::default() },
            marks: Vec::new(),
            shown: format!("{file}\n"),
            fields: Vec::new(),
        };
        let mut unlisted = Vec::new();
        let mut last = String::new();
        for line in lines {
            if let Some(mark) = line.strip_prefix("# ^ ") {
                let (code, place) = mark.split_once(' ').unwrap_or((mark, ""));
                let at = if place.is_empty() { last.clone() } else { format!("{info}/{place}") };
                fixture.marks.push((at, code.to_owned()));
                continue;
            }
            fixture.shown += line;
            fixture.shown.push('\n');
            let (path, what) = line.split_once(": ").unwrap_or((line, ""));
            path.clone_into(&mut last);
            if path == "METADATA" {
                last = format!("{info}/METADATA");
                fixture.fields.extend(what.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned())));
                continue;
            }
            if what == "unlisted" {
                unlisted.push(path.to_owned());
            }
            fixture.member(path, what);
        }
        fixture.complete(&info, &unlisted);
        fixture
    }

    fn member(&mut self, path: &str, what: &str) {
        self.wheel.members.push(Member { path: path.to_owned(), size: 1, packed: 1, sha256: Some("hash".to_owned()) });
        if let Some(kind) = what.strip_prefix("flaw ") {
            let kind = match kind {
                "path" => FlawKind::Path,
                "duplicate" => FlawKind::Duplicate,
                "bomb" => FlawKind::Bomb,
                other => panic!("unknown flaw {other}"),
            };
            self.wheel.flaws.push(Flaw {
                kind,
                member: Some(path.to_owned()),
                detail: "the path leads out of the folder".to_owned(),
            });
        } else if let Some(text) = what.strip_prefix("text ") {
            self.wheel.texts.push(SourceFile::new(path.into(), text.into()));
        } else if what == "no object" {
            // Named like one.
        } else if [".so.", ".pyd", ".dylib", ".data/scripts/"].iter().any(|part| path.contains(part))
            || path.strip_suffix(".so").is_some()
        {
            self.wheel.objects.push(object(path, what));
        }
    }

    /// Adds what every wheel has.
    fn complete(&mut self, info: &str, unlisted: &[String]) {
        let Some(name) = &self.wheel.name else { return };
        let field = |name: &str, value: &str, line| Header { name: name.to_owned(), value: value.to_owned(), line };
        let mut metadata = vec![field("Name", &name.distribution, 2), field("Version", &name.version, 3)];
        metadata.extend(self.fields.iter().zip(4..).map(|((name, value), line)| field(name, value, line)));
        let tags = name.tags().into_iter().zip(3..).map(|(tag, line)| field("Tag", &tag, line)).collect();
        let record = format!("{info}/RECORD");
        let listed = self.wheel.members.iter().filter(|member| !unlisted.contains(&member.path));
        let rows = listed.zip(1..).map(|(member, line)| RecordRow {
            path: member.path.clone(),
            hash: "sha256=hash".to_owned(),
            size: Some(1),
            line,
        });
        self.wheel.record = Some(Record { path: record.clone(), rows: rows.collect() });
        self.wheel.metadata = Some(Headers { path: format!("{info}/METADATA"), fields: metadata });
        self.wheel.info = Some(Headers { path: format!("{info}/WHEEL"), fields: tags });
        self.wheel.members.push(Member { path: record.clone(), size: 1, packed: 1, sha256: None });
        self.wheel.texts.push(SourceFile::new(record.into(), "".into()));
        self.wheel.texts.sort_by(|a, b| a.path.as_str().cmp(b.path.as_str()));
    }
}

fn name(file: &str) -> WheelName {
    let parts: Vec<&str> = file.trim_end_matches(".whl").split('-').collect();
    let [distribution, version, python, abi, platform] = parts[..] else { panic!("{file} is no name of a wheel") };
    let set = |tags: &str| tags.split('.').map(str::to_owned).collect();
    WheelName {
        distribution: distribution.to_owned(),
        version: version.to_owned(),
        build: None,
        python: set(python),
        abi: set(abi),
        platform: set(platform),
    }
}

fn object(path: &str, what: &str) -> SharedObject {
    let (format, architecture) = if path.contains(".pyd") {
        (ObjectFormat::Pe, "win_amd64")
    } else if path.contains("darwin") || path.contains(".dylib") {
        (ObjectFormat::MachO, "arm64")
    } else {
        (ObjectFormat::Elf, "x86_64")
    };
    let mut object = SharedObject {
        path: path.to_owned(),
        format,
        architectures: vec![architecture.to_owned()],
        imports: Vec::new(),
        exports: Vec::new(),
        libraries: Vec::new(),
        search_paths: Vec::new(),
        executable_stack: false,
        relro: Relro::Full,
        sizes: Sizes::default(),
        lowest_macos: None,
        panic_aborts: false,
    };
    let mut kind = "";
    for part in what.split(", ").filter(|part| !part.is_empty()) {
        if part == "execstack" {
            object.executable_stack = true;
            continue;
        }
        if part == "aborts" {
            object.panic_aborts = true;
            continue;
        }
        let (word, value) = part.split_once(' ').unwrap_or((kind, part));
        kind = word;
        match word {
            "exports" => object.exports.push(value.to_owned()),
            "imports" => {
                let (name, version) =
                    value.split_once('@').map_or((value, None), |(name, version)| (name, Some(version)));
                object.imports.push(Import {
                    name: name.to_owned(),
                    library: None,
                    version: version.map(str::to_owned),
                    weak: false,
                });
            }
            "needs" => object.libraries.push(value.to_owned()),
            "rpath" => object.search_paths.push(value.to_owned()),
            "macos" => {
                let (major, minor) = value.split_once('.').expect("a version such as 11.0");
                object.lowest_macos = major.parse().ok().zip(minor.parse().ok());
            }
            "architecture" => object.architectures = vec![value.to_owned()],
            _ => panic!("unknown word in `{part}`"),
        }
    }
    object
}
