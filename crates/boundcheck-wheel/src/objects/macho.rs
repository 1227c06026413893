//! What only Mach-O has: load commands.

use boundcheck_model::SharedObject;
use object::macho::Version;
use object::read::macho::{LoadCommandVariant, MachHeader, MachOFile};

/// Fills in where the loader looks for libraries, and the lowest macOS.
pub(super) fn commands<Mach: MachHeader>(file: &MachOFile<'_, Mach>, object: &mut SharedObject) {
    let endian = file.endian();
    let Ok(mut commands) = file.macho_load_commands() else { return };
    while let Ok(Some(command)) = commands.next() {
        match command.variant() {
            Ok(LoadCommandVariant::Rpath(rpath)) => {
                if let Ok(path) = command.string(endian, rpath.path) {
                    object.search_paths.push(String::from_utf8_lossy(path).into_owned());
                }
            }
            Ok(LoadCommandVariant::BuildVersion(build, _)) => {
                object.lowest_macos = Some(version(build.minos.get(endian)));
            }
            Ok(LoadCommandVariant::VersionMin(lowest)) => {
                object.lowest_macos = Some(version(lowest.version.get(endian)));
            }
            _ => {}
        }
    }
}

fn version(packed: Version) -> (u32, u32) {
    (u32::from(packed.major()), u32::from(packed.minor()))
}
