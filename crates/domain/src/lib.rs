//! What a lead is, and how it is read from a conversation.
//!
//! Pure: no input or output, no clock, no randomness, nothing asynchronous. Time comes in as a
//! value. Whatever the outside sends, nothing here panics or fails: reading a conversation gives a
//! reading, and what could not be read is said in it.

pub mod anonymise;
pub mod compare;
pub mod conversation;
pub mod event;
pub mod extract;
pub mod field;
pub mod html;
pub mod intake;
pub mod kit;
pub mod mapping;
pub mod marker;
pub mod question;
pub mod reading;
pub mod retry;
pub mod sample;
pub mod transcript;
mod visible;
