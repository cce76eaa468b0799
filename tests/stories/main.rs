//! Stories: the whole of Leadbridge against simulators on this machine, as its users meet it.

mod account_listing;
mod account_schema;
mod adapters;
mod at_once;
mod catching_up;
mod crash;
mod delivery;
mod events;
mod extract;
mod harness;
mod house;
mod input;
mod lint;
mod listener;
mod modes;
mod no_email;
mod questions;
mod receiver;
mod samples;
mod secrets;
mod tryout;
mod tunnel;
mod two_hosts;
mod ui_server;
mod vault;
mod whole_way;
