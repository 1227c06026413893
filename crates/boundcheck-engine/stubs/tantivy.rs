//! `tantivy`: the index, its reader and writer.

pub type Result<T> = std::result::Result<T, TantivyError>;
pub type Opstamp = u64;
pub type Score = f32;
pub use index::Index;
pub use indexer::IndexWriter;
pub use reader::{IndexReader, IndexReaderBuilder, Searcher};

#[derive(Debug, Clone)]
pub struct TantivyError(());
impl std::fmt::Display for TantivyError {}
impl std::error::Error for TantivyError {}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocAddress {
    pub segment_ord: u32,
    pub doc_id: u32,
}
#[derive(Debug, Clone)]
pub struct Term(());
#[derive(Debug, Clone, Default)]
pub struct TantivyDocument(());
pub struct FutureResult<T>(std::marker::PhantomData<T>);
impl<T> FutureResult<T> {
    pub fn wait(self) -> Result<T>;
}
impl<T> std::future::Future for FutureResult<T> {
    type Output = Result<T>;
}

pub mod index {
    use crate::{IndexReader, IndexReaderBuilder, IndexWriter, Result};
    #[derive(Debug, Clone)]
    pub struct Index(());
    impl Index {
        pub fn create_in_ram<S>(schema: S) -> Index;
        pub fn create_in_dir<P, S>(directory_path: P, schema: S) -> Result<Index>;
        pub fn open_in_dir<P>(directory_path: P) -> Result<Index>;
        pub fn open_or_create<D, S>(dir: D, schema: S) -> Result<Index>;
        pub fn exists<D>(dir: &D) -> std::result::Result<bool, crate::TantivyError>;
        pub fn writer<D>(&self, memory_budget_in_bytes: usize) -> Result<IndexWriter<D>>;
        pub fn writer_with_num_threads<D>(&self, num_threads: usize, memory: usize) -> Result<IndexWriter<D>>;
        pub fn reader(&self) -> Result<IndexReader>;
        pub fn reader_builder(&self) -> IndexReaderBuilder;
        pub fn set_default_multithread_executor(&mut self) -> Result<()>;
    }
}
pub mod indexer {
    use crate::{FutureResult, Opstamp, Result, TantivyDocument, Term};
    pub struct IndexWriter<D = TantivyDocument>(std::marker::PhantomData<D>);
    pub struct PreparedCommit<'a, D>(&'a IndexWriter<D>);
    impl<D> IndexWriter<D> {
        pub fn add_document(&self, document: D) -> Result<Opstamp>;
        pub fn delete_term(&self, term: Term) -> Opstamp;
        pub fn delete_all_documents(&self) -> Result<Opstamp>;
        pub fn garbage_collect_files(&self) -> FutureResult<()>;
        pub fn commit(&mut self) -> Result<Opstamp>;
        pub fn prepare_commit(&mut self) -> Result<PreparedCommit<'_, D>>;
        pub fn rollback(&mut self) -> Result<Opstamp>;
        pub fn wait_merging_threads(self) -> Result<()>;
        pub fn commit_opstamp(&self) -> Opstamp;
    }
    impl<D> Drop for IndexWriter<D> {}
}
pub mod reader {
    use crate::{DocAddress, Result, Term};
    pub struct IndexReaderBuilder(());
    impl IndexReaderBuilder {
        pub fn reload_policy<P>(self, reload_policy: P) -> IndexReaderBuilder;
        pub fn try_into(self) -> Result<IndexReader>;
    }
    #[derive(Clone)]
    pub struct IndexReader(());
    impl IndexReader {
        pub fn reload(&self) -> Result<()>;
        pub fn searcher(&self) -> Searcher;
    }
    #[derive(Clone)]
    pub struct Searcher(());
    impl Searcher {
        pub fn doc<D>(&self, doc_address: DocAddress) -> Result<D>;
        pub fn num_docs(&self) -> u64;
        pub fn doc_freq(&self, term: &Term) -> Result<u64>;
        pub fn search<Q: ?Sized, C, F>(&self, query: &Q, collector: &C) -> Result<F>;
    }
}
