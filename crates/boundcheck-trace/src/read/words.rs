//! Words of a file.

/// A part of a file. Words outside of it are 0.
#[derive(Clone, Copy)]
pub(super) struct Words<'a>(&'a [u8]);

impl<'a> Words<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn get(self, index: usize) -> u64 {
        let bytes = index.checked_mul(8).and_then(|start| self.0.get(start..)).and_then(<[u8]>::first_chunk);
        bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes))
    }

    pub(super) fn from(self, index: usize) -> Self {
        Self(index.checked_mul(8).and_then(|start| self.0.get(start..)).unwrap_or_default())
    }

    /// The low and the high half of a word.
    pub(super) fn halves(self, index: usize) -> (u32, u32) {
        let word = self.get(index);
        (word as u32, (word >> 32) as u32)
    }

    /// Text of at most `bytes` bytes, up to the first zero.
    pub(super) fn text(self, index: usize, bytes: usize) -> String {
        self.range(index, 0, bytes)
    }

    /// Text of `bytes` bytes, `skip` bytes behind a word.
    pub(super) fn range(self, index: usize, skip: usize, bytes: usize) -> String {
        let text = self.from(index).0.get(skip..).unwrap_or_default();
        let text = text.get(..bytes).unwrap_or(text);
        let text = text.split(|byte| *byte == 0).next().unwrap_or_default();
        String::from_utf8_lossy(text).into_owned()
    }
}
