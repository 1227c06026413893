//! The name of a wheel file.

use boundcheck_model::WheelName;

/// The parts of `distribution-version(-build)?-python-abi-platform.whl`.
pub(crate) fn parse(name: &str) -> Option<WheelName> {
    let parts: Vec<&str> = name.strip_suffix(".whl")?.split('-').collect();
    let (distribution, version, build, tags) = match parts[..] {
        [distribution, version, python, abi, platform] => (distribution, version, None, [python, abi, platform]),
        [distribution, version, build, python, abi, platform] => {
            (distribution, version, Some(build), [python, abi, platform])
        }
        _ => return None,
    };
    // A build tag begins with a digit.
    if build.is_some_and(|build| !build.starts_with(|c: char| c.is_ascii_digit())) || parts.contains(&"") {
        return None;
    }
    let set = |tags: &str| tags.split('.').map(str::to_owned).collect();
    Some(WheelName {
        distribution: distribution.to_owned(),
        version: version.to_owned(),
        build: build.map(str::to_owned),
        python: set(tags[0]),
        abi: set(tags[1]),
        platform: set(tags[2]),
    })
}
