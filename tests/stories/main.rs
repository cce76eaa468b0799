//! Stories: the whole of Leadbridge against simulators on this machine, as its users meet it.

mod adapters;
mod crash;
mod delivery;
mod extract;
mod harness;
mod house;
mod input;
mod lint;
mod modes;
mod no_email;
mod questions;
mod receiver;
mod secrets;
mod two_hosts;
mod ui_server;
mod whole_way;
