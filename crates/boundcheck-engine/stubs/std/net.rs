// Networking.

use crate::io;
use crate::time::Duration;

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ipv4Addr(u32);
impl Ipv4Addr {
    pub const LOCALHOST: Self = Ipv4Addr(0);
    pub const UNSPECIFIED: Self = Ipv4Addr(0);
    pub const BROADCAST: Self = Ipv4Addr(0);
    pub const BITS: u32 = 32;
    pub const fn new(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr;
    pub const fn to_bits(self) -> u32;
    pub const fn from_bits(bits: u32) -> Ipv4Addr;
    pub const fn octets(&self) -> [u8; 4];
    pub const fn is_private(&self) -> bool;
    pub const fn is_link_local(&self) -> bool;
    pub const fn is_broadcast(&self) -> bool;
    pub const fn is_documentation(&self) -> bool;
    pub const fn to_ipv6_compatible(&self) -> Ipv6Addr;
    pub const fn to_ipv6_mapped(&self) -> Ipv6Addr;
}
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ipv6Addr(u128);
impl Ipv6Addr {
    pub const LOCALHOST: Self = Ipv6Addr(0);
    pub const UNSPECIFIED: Self = Ipv6Addr(0);
    pub const fn new(a: u16, b: u16, c: u16, d: u16, e: u16, f: u16, g: u16, h: u16) -> Ipv6Addr;
    pub const fn to_bits(self) -> u128;
    pub const fn from_bits(bits: u128) -> Ipv6Addr;
    pub const fn segments(&self) -> [u16; 8];
    pub const fn octets(&self) -> [u8; 16];
    pub const fn is_unique_local(&self) -> bool;
    pub const fn is_unicast_link_local(&self) -> bool;
    pub const fn to_ipv4_mapped(&self) -> Option<Ipv4Addr>;
    pub const fn to_ipv4(&self) -> Option<Ipv4Addr>;
}
#[derive(Copy, Clone, Eq, PartialEq, Hash, PartialOrd, Ord, Debug)]
pub enum IpAddr {
    V4(Ipv4Addr),
    V6(Ipv6Addr),
}
impl IpAddr {
    pub const fn is_ipv4(&self) -> bool;
    pub const fn is_ipv6(&self) -> bool;
    pub const fn to_canonical(&self) -> IpAddr;
}
macro_rules! any_address {
    ($($name:ident)+) => {
        $(impl $name {
            pub const fn is_unspecified(&self) -> bool;
            pub const fn is_loopback(&self) -> bool;
            pub const fn is_multicast(&self) -> bool;
        })+
    };
}
any_address! { Ipv4Addr Ipv6Addr IpAddr }

#[derive(Copy, Clone, Eq, PartialEq, Hash, PartialOrd, Ord, Debug)]
pub struct SocketAddrV4 {
    ip: Ipv4Addr,
    port: u16,
}
impl SocketAddrV4 {
    pub const fn new(ip: Ipv4Addr, port: u16) -> SocketAddrV4;
    pub const fn ip(&self) -> &Ipv4Addr;
    pub const fn port(&self) -> u16;
}
#[derive(Copy, Clone, Eq, PartialEq, Hash, PartialOrd, Ord, Debug)]
pub struct SocketAddrV6 {
    ip: Ipv6Addr,
    port: u16,
}
impl SocketAddrV6 {
    pub const fn new(ip: Ipv6Addr, port: u16, flowinfo: u32, scope_id: u32) -> SocketAddrV6;
    pub const fn ip(&self) -> &Ipv6Addr;
    pub const fn port(&self) -> u16;
    pub const fn flowinfo(&self) -> u32;
    pub const fn scope_id(&self) -> u32;
}
#[derive(Copy, Clone, Eq, PartialEq, Hash, PartialOrd, Ord, Debug)]
pub enum SocketAddr {
    V4(SocketAddrV4),
    V6(SocketAddrV6),
}
impl SocketAddr {
    pub const fn new(ip: IpAddr, port: u16) -> SocketAddr;
    pub const fn ip(&self) -> IpAddr;
    pub const fn set_ip(&mut self, new_ip: IpAddr);
    pub const fn port(&self) -> u16;
    pub const fn set_port(&mut self, new_port: u16);
    pub const fn is_ipv4(&self) -> bool;
    pub const fn is_ipv6(&self) -> bool;
}

macro_rules! parsed {
    ($($name:ident)+) => {
        $(impl crate::str::FromStr for $name {
            type Err = AddrParseError;
        }
        impl crate::fmt::Display for $name {})+
    };
}
parsed! { Ipv4Addr Ipv6Addr IpAddr SocketAddrV4 SocketAddrV6 SocketAddr }
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddrParseError(());
mark!(crate::fmt::Display: AddrParseError);
mark!(crate::error::Error: AddrParseError);

mark!(From<Ipv4Addr>: IpAddr, u32);
mark!(From<Ipv6Addr>: IpAddr, u128);
mark!(From<[u8; 4]>: IpAddr, Ipv4Addr);
mark!(From<[u8; 16]>: IpAddr, Ipv6Addr);
mark!(From<[u16; 8]>: IpAddr, Ipv6Addr);
mark!(From<u32>: Ipv4Addr);
mark!(From<u128>: Ipv6Addr);
mark!(From<SocketAddrV4>: SocketAddr);
mark!(From<SocketAddrV6>: SocketAddr);
impl<I: Into<IpAddr>> From<(I, u16)> for SocketAddr {}

pub trait ToSocketAddrs {
    type Iter: Iterator<Item = SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<Self::Iter>;
}
macro_rules! to_addresses {
    ($($ty:ty)+) => {
        $(impl ToSocketAddrs for $ty {
            type Iter = crate::vec::IntoIter<SocketAddr>;
        })+
    };
}
to_addresses! { (IpAddr, u16) (Ipv4Addr, u16) (Ipv6Addr, u16) (&str, u16) (String, u16) SocketAddr SocketAddrV4
SocketAddrV6 str String }
impl<'a> ToSocketAddrs for &'a [SocketAddr] {
    type Iter = crate::iter::Cloned<crate::slice::Iter<'a, SocketAddr>>;
}
impl<T: ToSocketAddrs + ?Sized> ToSocketAddrs for &T {
    type Iter = T::Iter;
}

#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Shutdown {
    Read,
    Write,
    Both,
}
#[derive(Debug)]
pub struct TcpStream(());
impl TcpStream {
    pub fn connect<A: ToSocketAddrs>(addr: A) -> io::Result<TcpStream>;
    pub fn connect_timeout(addr: &SocketAddr, timeout: Duration) -> io::Result<TcpStream>;
    pub fn peer_addr(&self) -> io::Result<SocketAddr>;
    pub fn shutdown(&self, how: Shutdown) -> io::Result<()>;
    pub fn try_clone(&self) -> io::Result<TcpStream>;
    pub fn peek(&self, buf: &mut [u8]) -> io::Result<usize>;
    pub fn set_nodelay(&self, nodelay: bool) -> io::Result<()>;
    pub fn nodelay(&self) -> io::Result<bool>;
}
mark!(io::Read: TcpStream, &TcpStream);
mark!(io::Write: TcpStream, &TcpStream);
#[derive(Debug)]
pub struct TcpListener(());
impl TcpListener {
    pub fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<TcpListener>;
    pub fn accept(&self) -> io::Result<(TcpStream, SocketAddr)>;
    pub fn incoming(&self) -> Incoming<'_>;
    pub fn try_clone(&self) -> io::Result<TcpListener>;
}
#[derive(Debug)]
pub struct Incoming<'a>(&'a TcpListener);
impl<'a> Iterator for Incoming<'a> {
    type Item = io::Result<TcpStream>;
}
#[derive(Debug)]
pub struct UdpSocket(());
impl UdpSocket {
    pub fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<UdpSocket>;
    pub fn connect<A: ToSocketAddrs>(&self, addr: A) -> io::Result<()>;
    pub fn recv_from(&self, buf: &mut [u8]) -> io::Result<(usize, SocketAddr)>;
    pub fn send_to<A: ToSocketAddrs>(&self, buf: &[u8], addr: A) -> io::Result<usize>;
    pub fn recv(&self, buf: &mut [u8]) -> io::Result<usize>;
    pub fn send(&self, buf: &[u8]) -> io::Result<usize>;
    pub fn try_clone(&self) -> io::Result<UdpSocket>;
}
macro_rules! sockets {
    ($($name:ident)+) => {
        $(impl $name {
            pub fn local_addr(&self) -> io::Result<SocketAddr>;
            pub fn set_ttl(&self, ttl: u32) -> io::Result<()>;
            pub fn take_error(&self) -> io::Result<Option<io::Error>>;
            pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()>;
        })+
    };
}
sockets! { TcpStream TcpListener UdpSocket }
macro_rules! timeouts {
    ($($name:ident)+) => {
        $(impl $name {
            pub fn set_read_timeout(&self, dur: Option<Duration>) -> io::Result<()>;
            pub fn set_write_timeout(&self, dur: Option<Duration>) -> io::Result<()>;
            pub fn read_timeout(&self) -> io::Result<Option<Duration>>;
            pub fn write_timeout(&self) -> io::Result<Option<Duration>>;
        })+
    };
}
timeouts! { TcpStream UdpSocket }
