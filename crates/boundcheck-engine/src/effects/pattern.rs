//! Patterns of canonical paths: `tokio::**::Runtime::block_on`.

/// A pattern, split at `::`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern(Vec<Segment>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Segment {
    Name(Box<str>),
    /// `*`: one segment.
    One,
    /// `**`: any number of segments.
    Any,
}

/// What makes a pattern the more specific one. The lesser value wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Vagueness {
    fewer_names: std::cmp::Reverse<usize>,
    any: usize,
    one: usize,
}

impl Pattern {
    /// Reads a pattern; the error says what is wrong with it, for a person.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let segments = text.split("::").map(|segment| segment_of(segment, text)).collect::<Result<Vec<_>, _>>()?;
        match &segments[..] {
            [Segment::Name(first), ..] if matches!(&**first, "crate" | "self" | "super") => {
                Err(format!("`{first}` is not a crate; begin with the crate's name"))
            }
            [Segment::Name(first), rest @ ..] if matches!(&**first, "core" | "alloc") && !rest.is_empty() => {
                Err(format!("the standard library has one name here; write `std` instead of `{first}`"))
            }
            [_] => Err("a path needs at least a crate and a name in it, such as `tokio::**::block_on`".to_owned()),
            segments if !segments.iter().any(|segment| matches!(segment, Segment::Name(_))) => {
                Err("only wildcards: this would match every call".to_owned())
            }
            _ => Ok(Self(segments)),
        }
    }

    /// The last segment when it is a name: a path that ends differently cannot match.
    pub(super) fn last_name(&self) -> Option<&str> {
        match self.0.last() {
            Some(Segment::Name(name)) => Some(name),
            _ => None,
        }
    }

    pub(super) fn vagueness(&self) -> Vagueness {
        let count = |wanted: fn(&Segment) -> bool| self.0.iter().filter(|segment| wanted(segment)).count();
        Vagueness {
            fewer_names: std::cmp::Reverse(count(|segment| matches!(segment, Segment::Name(_)))),
            any: count(|segment| matches!(segment, Segment::Any)),
            one: count(|segment| matches!(segment, Segment::One)),
        }
    }

    /// Whether a path fits. Linear but for `**`, of which only the last one met is ever retried.
    pub(super) fn matches(&self, path: &str) -> bool {
        let path: Vec<&str> = path.split("::").collect();
        let (mut at, mut here) = (0, 0);
        let mut retry = None;
        while here < path.len() {
            let fits = match self.0.get(at) {
                Some(Segment::Name(name)) => **name == *path[here],
                Some(Segment::One) => true,
                Some(Segment::Any) => {
                    retry = Some((at, here));
                    at += 1;
                    continue;
                }
                None => false,
            };
            if fits {
                at += 1;
                here += 1;
            } else if let Some((any, taken)) = retry {
                retry = Some((any, taken + 1));
                at = any + 1;
                here = taken + 1;
            } else {
                return false;
            }
        }
        self.0[at..].iter().all(|segment| matches!(segment, Segment::Any))
    }
}

fn segment_of(segment: &str, path: &str) -> Result<Segment, String> {
    match segment {
        "**" => Ok(Segment::Any),
        "*" => Ok(Segment::One),
        "" if path.is_empty() => Err("the path is empty".to_owned()),
        "" => Err("two `::` follow each other, or one is at an end".to_owned()),
        _ if segment.contains('*') => {
            Err(format!("`{segment}`: a wildcard is a whole segment, `*` for one and `**` for any number"))
        }
        _ if segment.contains(char::is_whitespace) => Err(format!("`{segment}`: a path has no spaces")),
        _ if segment.contains(['<', '>', '(', ')', ':', '&', '!']) => {
            Err(format!("`{segment}`: write the bare path, without arguments, parentheses or `!`"))
        }
        _ => Ok(Segment::Name(segment.into())),
    }
}
