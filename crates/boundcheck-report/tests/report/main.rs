//! Reports as their readers see them, through the public functions.

mod annotations;
mod code_scanning;
mod odd_places;
mod people;
mod programs;
mod sample;
mod trace;
