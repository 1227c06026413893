//! Finds comments without being fooled by strings.

use std::ops::Range;

/// Byte ranges of the comments of a file: those of lines from the `//` or `#` to the end of the line, those of blocks
/// from `/*` to `*/`. Doc comments of lines are left out. Files that are neither Rust, TOML nor Python have none.
pub(crate) fn comments(extension: &str, text: &str) -> Vec<Range<usize>> {
    match extension {
        "rs" => Scanner { text, at: 0 }.rust(),
        "toml" | "py" | "pyi" => Scanner { text, at: 0 }.hash(),
        _ => Vec::new(),
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    fn rust(mut self) -> Vec<Range<usize>> {
        let mut comments = Vec::new();
        while let Some(&byte) = self.rest().first() {
            let word_before = self.at > 0 && is_word(self.text.as_bytes()[self.at - 1]);
            match byte {
                b'/' if self.starts_with("//") => {
                    let start = self.at;
                    self.skip_line();
                    let comment = &self.text[start..self.at];
                    let doc =
                        (comment.starts_with("///") && !comment.starts_with("////")) || comment.starts_with("//!");
                    if !doc {
                        comments.push(start..self.at);
                    }
                }
                b'/' if self.starts_with("/*") => {
                    let start = self.at;
                    self.skip_block_comment();
                    comments.push(start..self.at);
                }
                b'"' => self.skip_string("\"", true, true),
                b'r' if !word_before || self.text[..self.at].ends_with(['b', 'c']) => self.skip_raw_string(),
                b'\'' => self.skip_char_or_lifetime(),
                _ => self.at += 1,
            }
        }
        comments
    }

    fn hash(mut self) -> Vec<Range<usize>> {
        let mut comments = Vec::new();
        while let Some(&byte) = self.rest().first() {
            match byte {
                b'#' => {
                    let start = self.at;
                    self.skip_line();
                    comments.push(start..self.at);
                }
                b'"' if self.starts_with("\"\"\"") => self.skip_string("\"\"\"", true, true),
                b'\'' if self.starts_with("'''") => self.skip_string("'''", false, true),
                b'"' => self.skip_string("\"", true, false),
                b'\'' => self.skip_string("'", false, false),
                _ => self.at += 1,
            }
        }
        comments
    }

    fn rest(&self) -> &[u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn starts_with(&self, text: &str) -> bool {
        self.rest().starts_with(text.as_bytes())
    }

    fn skip_line(&mut self) {
        let rest = self.rest();
        self.at += rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
    }

    fn skip_block_comment(&mut self) {
        let mut depth = 0_u32;
        while !self.rest().is_empty() {
            if self.starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else {
                self.at += 1;
            }
        }
    }

    /// Skips from the opening quote to after the closing one. One that may not span `lines` ends with its line at the
    /// latest, so that a stray apostrophe in broken text does not swallow the file.
    fn skip_string(&mut self, quote: &str, escapes: bool, lines: bool) {
        self.at += quote.len();
        while let Some(&byte) = self.rest().first() {
            if escapes && byte == b'\\' {
                self.at += 2;
            } else if self.starts_with(quote) {
                self.at += quote.len();
                return;
            } else if !lines && byte == b'\n' {
                return;
            } else {
                self.at += 1;
            }
        }
    }

    /// Skips `r"…"` and `r#"…"#`, or one byte when this is another word.
    fn skip_raw_string(&mut self) {
        let rest = &self.rest()[1..];
        let hashes = rest.iter().take_while(|&&byte| byte == b'#').count();
        if rest.get(hashes) != Some(&b'"') {
            self.at += 1;
            return;
        }
        self.at += 1 + hashes;
        self.skip_string(&format!("\"{}", "#".repeat(hashes)), false, true);
    }

    /// Skips `'x'` and `'\n'`, or the quote of a lifetime.
    fn skip_char_or_lifetime(&mut self) {
        let mut chars = self.text[self.at + 1..].chars();
        let first = chars.next();
        if first == Some('\\') {
            self.skip_string("'", true, false);
        } else if chars.next() == Some('\'') {
            self.at += 2 + first.map_or(0, char::len_utf8);
        } else {
            self.at += 1;
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'t>(extension: &str, text: &'t str) -> Vec<&'t str> {
        comments(extension, text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn comments_of_rust_are_found_behind_code_and_between() {
        let text = "// one\nlet a = 1; // two\n/// doc\n//! doc\n/* three // four\n/* five */ */ // six";
        assert_eq!(texts("rs", text), ["// one", "// two", "/* three // four\n/* five */ */", "// six"]);
    }

    #[test]
    fn strings_of_rust_are_no_comments() {
        let text = r##"f("// a \" // b", r#"// c " // d"#, br"// e", b'"', '"', '\'', 'a: 'static); // yes"##;
        assert_eq!(texts("rs", text), ["// yes"]);
    }

    #[test]
    fn lifetimes_and_words_in_r_do_not_hide_comments() {
        let text = "fn f<'a>(bar: &'a str, r: u8) {} // yes\nlet é = 'é'; // yes";
        assert_eq!(texts("rs", text), ["// yes", "// yes"]);
    }

    #[test]
    fn comments_of_toml_are_found_behind_values() {
        let text = "a = \"# no\" # yes\nb = '# no' # yes\nc = '''\n# no\n''' # yes\nd = \"\"\"# no\"\"\"\n";
        assert_eq!(texts("toml", text), ["# yes", "# yes", "# yes"]);
    }

    #[test]
    fn unclosed_text_ends_with_the_file() {
        for text in ["\"", "r#\"", "'\\", "b'", "r"] {
            assert!(comments("rs", text).is_empty());
        }
        assert_eq!(texts("rs", "/* /*"), ["/* /*"]);
        for text in ["\"", "'", "'''", "\"\"\"#", "a = \"\\"] {
            assert!(comments("toml", text).is_empty());
        }
    }
}
