// What belongs to one operating system.

pub mod raw {
    pub use crate::ffi::{
        c_char, c_double, c_float, c_int, c_long, c_longlong, c_schar, c_short, c_uchar, c_uint, c_ulong, c_ulonglong,
        c_ushort, c_void,
    };
}

pub mod fd {
    use crate::marker::PhantomData;

    pub type RawFd = i32;
    pub trait AsRawFd {
        fn as_raw_fd(&self) -> RawFd;
    }
    pub trait FromRawFd {
        unsafe fn from_raw_fd(fd: RawFd) -> Self;
    }
    pub trait IntoRawFd {
        fn into_raw_fd(self) -> RawFd;
    }
    pub trait AsFd {
        fn as_fd(&self) -> BorrowedFd<'_>;
    }
    #[derive(Copy, Clone, Debug)]
    pub struct BorrowedFd<'fd> {
        fd: PhantomData<&'fd OwnedFd>,
    }
    impl BorrowedFd<'_> {
        pub const unsafe fn borrow_raw(fd: RawFd) -> Self;
        pub fn try_clone_to_owned(&self) -> crate::io::Result<OwnedFd>;
    }
    #[derive(Debug)]
    pub struct OwnedFd {
        fd: RawFd,
    }
    impl OwnedFd {
        pub fn try_clone(&self) -> crate::io::Result<Self>;
    }
    impl<T: AsRawFd> AsRawFd for &T {}
    impl<T: AsFd> AsFd for &T {}
    impl<T: AsFd> AsFd for &mut T {}
    mark!(AsRawFd: RawFd, BorrowedFd<'_>);
    mark!(AsFd: BorrowedFd<'_>);

    macro_rules! descriptors {
        ($($ty:ty)+) => {
            $(impl AsRawFd for $ty {}
            impl FromRawFd for $ty {}
            impl IntoRawFd for $ty {}
            impl AsFd for $ty {})+
        };
    }
    descriptors! { OwnedFd crate::fs::File crate::net::TcpStream crate::net::TcpListener crate::net::UdpSocket
    crate::os::unix::net::UnixStream crate::os::unix::net::UnixListener crate::os::unix::net::UnixDatagram
    crate::process::ChildStdin crate::process::ChildStdout crate::process::ChildStderr }
    macro_rules! streams {
        ($($ty:ty)+) => {
            $(impl AsRawFd for $ty {}
            impl AsFd for $ty {})+
        };
    }
    streams! { crate::io::Stdin crate::io::Stdout crate::io::Stderr }
    macro_rules! owned {
        ($($ty:ty)+) => {
            $(impl From<OwnedFd> for $ty {}
            impl From<$ty> for OwnedFd {})+
        };
    }
    owned! { crate::fs::File crate::net::TcpStream crate::net::TcpListener crate::net::UdpSocket
    crate::os::unix::net::UnixStream }
    impl From<OwnedFd> for crate::process::Stdio {}
}

pub mod linux {
    pub mod fs {
        pub use crate::os::unix::fs::MetadataExt;
    }
}

pub mod unix {
    pub mod prelude {
        pub use super::ffi::{OsStrExt, OsStringExt};
        pub use super::fs::{FileExt, MetadataExt, OpenOptionsExt, PermissionsExt};
        pub use super::io::{AsFd, AsRawFd, BorrowedFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
        pub use super::process::{CommandExt, ExitStatusExt};
    }
    pub mod io {
        pub use crate::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
    }
    pub mod ffi {
        use crate::ffi::{OsStr, OsString};

        pub trait OsStrExt {
            fn from_bytes(slice: &[u8]) -> &Self;
            fn as_bytes(&self) -> &[u8];
        }
        pub trait OsStringExt {
            fn from_vec(vec: Vec<u8>) -> Self;
            fn into_vec(self) -> Vec<u8>;
        }
        impl OsStrExt for OsStr {}
        impl OsStringExt for OsString {}
    }
    pub mod fs {
        use crate::path::Path;
        use crate::{fs, io};

        pub trait PermissionsExt {
            fn mode(&self) -> u32;
            fn set_mode(&mut self, mode: u32);
            fn from_mode(mode: u32) -> Self;
        }
        impl PermissionsExt for fs::Permissions {}
        pub trait OpenOptionsExt {
            fn mode(&mut self, mode: u32) -> &mut Self;
            fn custom_flags(&mut self, flags: i32) -> &mut Self;
        }
        impl OpenOptionsExt for fs::OpenOptions {}
        pub trait MetadataExt {
            fn dev(&self) -> u64;
            fn ino(&self) -> u64;
            fn mode(&self) -> u32;
            fn nlink(&self) -> u64;
            fn uid(&self) -> u32;
            fn gid(&self) -> u32;
            fn size(&self) -> u64;
            fn atime(&self) -> i64;
            fn mtime(&self) -> i64;
            fn mtime_nsec(&self) -> i64;
            fn ctime(&self) -> i64;
            fn ctime_nsec(&self) -> i64;
            fn blksize(&self) -> u64;
            fn blocks(&self) -> u64;
        }
        impl MetadataExt for fs::Metadata {}
        pub trait FileExt {
            fn read_at(&self, buf: &mut [u8], offset: u64) -> io::Result<usize>;
            fn read_exact_at(&self, buf: &mut [u8], offset: u64) -> io::Result<()>;
            fn write_at(&self, buf: &[u8], offset: u64) -> io::Result<usize>;
            fn write_all_at(&self, buf: &[u8], offset: u64) -> io::Result<()>;
        }
        impl FileExt for fs::File {}
        pub trait FileTypeExt {
            fn is_block_device(&self) -> bool;
            fn is_char_device(&self) -> bool;
            fn is_fifo(&self) -> bool;
            fn is_socket(&self) -> bool;
        }
        impl FileTypeExt for fs::FileType {}
        pub trait DirEntryExt {
            fn ino(&self) -> u64;
        }
        impl DirEntryExt for fs::DirEntry {}
        pub fn symlink<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()>;
        pub fn chown<P: AsRef<Path>>(dir: P, uid: Option<u32>, gid: Option<u32>) -> io::Result<()>;
    }
    pub mod thread {
        pub type RawPthread = u64;
        pub trait JoinHandleExt {
            fn as_pthread_t(&self) -> RawPthread;
            fn into_pthread_t(self) -> RawPthread;
        }
        impl<T> JoinHandleExt for crate::thread::JoinHandle<T> {}
    }
    pub mod process {
        use crate::{io, process};

        pub trait CommandExt {
            fn uid(&mut self, id: u32) -> &mut process::Command;
            fn gid(&mut self, id: u32) -> &mut process::Command;
            unsafe fn pre_exec<F>(&mut self, f: F) -> &mut process::Command
            where
                F: FnMut() -> io::Result<()> + Send + Sync + 'static;
            fn exec(&mut self) -> io::Error;
            fn arg0<S: AsRef<crate::ffi::OsStr>>(&mut self, arg: S) -> &mut process::Command;
            fn process_group(&mut self, pgroup: i32) -> &mut process::Command;
        }
        impl CommandExt for process::Command {}
        pub trait ExitStatusExt {
            fn from_raw(raw: i32) -> Self;
            fn signal(&self) -> Option<i32>;
            fn core_dumped(&self) -> bool;
            fn into_raw(self) -> i32;
        }
        impl ExitStatusExt for process::ExitStatus {}
    }
    pub mod net {
        use crate::io;
        use crate::path::Path;
        use crate::time::Duration;

        #[derive(Clone, Debug)]
        pub struct SocketAddr(());
        impl SocketAddr {
            pub fn as_pathname(&self) -> Option<&Path>;
            pub fn is_unnamed(&self) -> bool;
        }
        #[derive(Debug)]
        pub struct UnixStream(());
        impl UnixStream {
            pub fn connect<P: AsRef<Path>>(path: P) -> io::Result<UnixStream>;
            pub fn pair() -> io::Result<(UnixStream, UnixStream)>;
            pub fn try_clone(&self) -> io::Result<UnixStream>;
            pub fn local_addr(&self) -> io::Result<SocketAddr>;
            pub fn peer_addr(&self) -> io::Result<SocketAddr>;
            pub fn set_read_timeout(&self, timeout: Option<Duration>) -> io::Result<()>;
            pub fn set_write_timeout(&self, timeout: Option<Duration>) -> io::Result<()>;
            pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()>;
            pub fn take_error(&self) -> io::Result<Option<io::Error>>;
            pub fn shutdown(&self, how: crate::net::Shutdown) -> io::Result<()>;
        }
        mark!(io::Read: UnixStream, &UnixStream);
        mark!(io::Write: UnixStream, &UnixStream);
        #[derive(Debug)]
        pub struct UnixListener(());
        impl UnixListener {
            pub fn bind<P: AsRef<Path>>(path: P) -> io::Result<UnixListener>;
            pub fn accept(&self) -> io::Result<(UnixStream, SocketAddr)>;
            pub fn local_addr(&self) -> io::Result<SocketAddr>;
            pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()>;
        }
        #[derive(Debug)]
        pub struct UnixDatagram(());
        impl UnixDatagram {
            pub fn bind<P: AsRef<Path>>(path: P) -> io::Result<UnixDatagram>;
            pub fn unbound() -> io::Result<UnixDatagram>;
            pub fn connect<P: AsRef<Path>>(&self, path: P) -> io::Result<()>;
            pub fn send(&self, buf: &[u8]) -> io::Result<usize>;
            pub fn recv(&self, buf: &mut [u8]) -> io::Result<usize>;
        }
    }
}
