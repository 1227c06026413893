//! `boundcheck completions`

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Cli;
use crate::error::Exit;
use crate::terminal::Terminal;

pub(crate) fn run(shell: Shell, terminal: &Terminal) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "boundcheck", &mut script);
    terminal.print(&String::from_utf8_lossy(&script))
}
