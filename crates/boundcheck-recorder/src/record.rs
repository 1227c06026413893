//! Words of the file, as they are read and written while the program runs.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use boundcheck_trace_format::PAGE_WORDS;

/// Where writes go that have no place in the file.
static SINK: [AtomicU64; PAGE_WORDS] = [const { AtomicU64::new(0) }; PAGE_WORDS];

/// Words of the file that belong to one record, or a place where writes are lost.
#[derive(Clone, Copy)]
pub(crate) struct Record(*const AtomicU64);

impl Record {
    /// A record whose content nobody reads.
    pub(crate) const fn lost() -> Self {
        Self((&raw const SINK).cast())
    }

    /// A record in memory of the process.
    pub(crate) const fn of<const N: usize>(words: &'static [AtomicU64; N]) -> Self {
        Self((&raw const *words).cast())
    }

    /// The record that begins at a word of the mapped file.
    ///
    /// # Safety
    /// From `word` on, the mapping has all words that are asked for, and it stays while the record is used.
    pub(crate) unsafe fn at(word: *const AtomicU64) -> Self {
        Self(word)
    }

    pub(crate) fn is_null(self) -> bool {
        self.0.is_null()
    }

    pub(crate) fn is_lost(self) -> bool {
        self.0 == Self::lost().0
    }

    #[inline]
    fn word(self, index: usize) -> &'static AtomicU64 {
        // SAFETY: a record points to a page, the sink or a static that is at least as long as any index of its kind
        // (constants of the format), and neither is unmapped while a thread of this process uses it.
        unsafe { &*self.0.add(index) }
    }

    #[inline]
    pub(crate) fn get(self, index: usize) -> u64 {
        self.word(index).load(Relaxed)
    }

    #[inline]
    pub(crate) fn set(self, index: usize, value: u64) {
        self.word(index).store(value, Relaxed);
    }

    /// Adds; the record has one writer.
    #[inline]
    pub(crate) fn add(self, index: usize, value: u64) {
        self.set(index, self.get(index).wrapping_add(value));
    }

    /// Raises to `value`; the record has one writer.
    #[inline]
    pub(crate) fn raise(self, index: usize, value: u64) {
        if value > self.get(index) {
            self.set(index, value);
        }
    }

    /// Adds one, from any thread.
    pub(crate) fn count(self, index: usize) {
        self.word(index).fetch_add(1, Relaxed);
    }

    /// Sets bits, from any thread.
    pub(crate) fn set_bits(self, index: usize, bits: u64) {
        self.word(index).fetch_or(bits, Relaxed);
    }

    /// Writes text into `words` words from `index`, cut or filled up with zeros.
    pub(crate) fn set_text(self, index: usize, words: usize, text: &[u8]) {
        for (word, chunk) in (index..index + words).zip(text.chunks(8).chain(std::iter::repeat(&[][..]))) {
            let mut bytes = [0; 8];
            for (to, from) in bytes.iter_mut().zip(chunk) {
                *to = *from;
            }
            self.set(word, u64::from_le_bytes(bytes));
        }
    }
}
