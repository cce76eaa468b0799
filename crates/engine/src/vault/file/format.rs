//! What stands in the file: one line that anybody can check, then everything else under age.
//!
//! The line is `leadbridge-secrets <format> <SHA-256 of the rest>`. Without it a damaged head and a
//! wrong passphrase look the same to age, and an admin would type for an hour what nothing can
//! open. The rest is a plain age file (`tail -n +2 secrets.age | age -d` opens it) of one JSON
//! object: names and secrets.

use crate::secret::Secret;
use age::{Decryptor, Encryptor, scrypt, secrecy::SecretString};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
};
use zeroize::Zeroizing;

/// The secrets by the names of their entries.
pub type Secrets = BTreeMap<String, Secret>;

/// The format that this version writes.
const FORMAT: u32 = 1;
const NAME: &str = "leadbridge-secrets";
/// The most work (2 to this power) that opening a file may ask for: some seconds and 1 GiB. More is
/// none of ours, and would only stop the program.
const MOST_WORK: u8 = 20;

/// Why a file can't be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is whole, and this is not its passphrase.
    Passphrase,
    /// It isn't as it was written.
    Damaged,
    /// It was written by a later version, in this format.
    Newer(u32),
}

/// The file's bytes. `work` is scrypt's, as a power of two.
pub fn seal(secrets: &Secrets, passphrase: &Secret, work: u8) -> io::Result<Vec<u8>> {
    let plain = secrets.iter().map(|(name, secret)| (name.as_str(), secret.reveal()));
    let plain: BTreeMap<&str, &str> = plain.collect();
    let plain = Zeroizing::new(serde_json::to_vec(&plain)?);
    let mut recipient = scrypt::Recipient::new(text(passphrase));
    recipient.set_work_factor(work);
    let recipients: [&dyn age::Recipient; 1] = [&recipient];
    let encryptor = Encryptor::with_recipients(recipients.into_iter()).map_err(io::Error::other)?;
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(&plain)?;
    writer.finish()?;
    Ok([first_line(FORMAT, &sealed).as_bytes(), &sealed].concat())
}

/// What the file's bytes hold.
pub fn unseal(bytes: &[u8], passphrase: &Secret) -> Result<Secrets, Fault> {
    let sealed = check(bytes)?;
    let mut identity = scrypt::Identity::new(text(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let identities: [&dyn age::Identity; 1] = [&identity];
    // The line above has shown that these are the bytes that were written.
    let decryptor = Decryptor::new_buffered(sealed).map_err(|_| Fault::Damaged)?;
    let mut reader = decryptor.decrypt(identities.into_iter()).map_err(|error| match error {
        age::DecryptError::ExcessiveWork { .. } => Fault::Damaged,
        _ => Fault::Passphrase,
    })?;
    // As large as it gets: growing would leave copies behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(bytes.len()));
    reader.read_to_end(&mut plain).map_err(|_| Fault::Damaged)?;
    let secrets: BTreeMap<String, Secret> =
        serde_json::from_slice::<BTreeMap<String, String>>(&plain)
            .map_err(|_| Fault::Damaged)?
            .into_iter()
            .map(|(name, text)| (name, Secret::new(text)))
            .collect();
    Ok(secrets)
}

/// The sealed part of a whole file of our format. Costs nothing, and needs no passphrase.
pub fn check(bytes: &[u8]) -> Result<&[u8], Fault> {
    let end = bytes.iter().position(|byte| *byte == b'\n').ok_or(Fault::Damaged)?;
    let (line, sealed) = (&bytes[..=end], &bytes[end + 1..]);
    let line = std::str::from_utf8(line).map_err(|_| Fault::Damaged)?;
    let format = line.split(' ').nth(1).and_then(|format| format.parse().ok());
    let format: u32 = format.ok_or(Fault::Damaged)?;
    // The number is under the sum too, so that a damaged one is no newer version's.
    match line == first_line(format, sealed) {
        true if format == FORMAT => Ok(sealed),
        true if format > FORMAT => Err(Fault::Newer(format)),
        _ => Err(Fault::Damaged),
    }
}

fn first_line(format: u32, sealed: &[u8]) -> String {
    let begin = format!("{NAME} {format}");
    let sum = Sha256::new().chain_update(&begin).chain_update(sealed).finalize();
    format!("{begin} {}\n", hex::encode(sum))
}

fn text(passphrase: &Secret) -> SecretString {
    SecretString::from(passphrase.reveal().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fast: what is tested here is not the work.
    const WORK: u8 = 2;

    fn secrets() -> Secrets {
        [("hubspot_token for x", "pat-eu1"), ("iadvize_password", "pässwörd \u{1f511}")]
            .map(|(name, text)| (name.to_owned(), Secret::new(text)))
            .into()
    }

    fn sealed() -> (Vec<u8>, Secret) {
        let passphrase = Secret::new("correct horse battery");
        (seal(&secrets(), &passphrase, WORK).expect("sealed"), passphrase)
    }

    #[test]
    fn what_was_sealed_is_opened_by_its_passphrase_alone() {
        let (bytes, passphrase) = sealed();
        assert_eq!(unseal(&bytes, &passphrase), Ok(secrets()));
        for other in ["", "correct horse batter", "Correct horse battery", "correct horse battery "]
        {
            assert_eq!(unseal(&bytes, &Secret::new(other)), Err(Fault::Passphrase), "{other:?}");
        }
    }

    #[test]
    fn neither_a_secret_nor_the_name_of_one_is_in_the_bytes() {
        let (bytes, passphrase) = sealed();
        for text in ["pat-eu1", "hubspot", "iadvize", "pässwörd", passphrase.reveal()] {
            let found = bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!found, "{text}");
        }
        let again = seal(&secrets(), &passphrase, WORK).expect("sealed");
        assert_ne!(bytes, again, "each has a salt of its own");
    }

    #[test]
    fn damage_at_any_byte_is_said_to_be_damage() {
        let (bytes, passphrase) = sealed();
        for at in 0..bytes.len() {
            for flip in [0x01, 0x20, 0xff] {
                let mut damaged = bytes.clone();
                damaged[at] ^= flip;
                assert_eq!(unseal(&damaged, &passphrase), Err(Fault::Damaged), "{at} ^ {flip:x}");
            }
            assert_eq!(unseal(&bytes[..at], &passphrase), Err(Fault::Damaged), "cut at {at}");
        }
        for more in [&b"\n"[..], b"x", &bytes] {
            let longer = [&bytes, more].concat();
            assert_eq!(unseal(&longer, &passphrase), Err(Fault::Damaged), "longer");
        }
    }

    /// The line's sum keeps no enemy out: what an enemy writes is refused by age.
    #[test]
    fn bytes_that_were_changed_on_purpose_are_not_opened() {
        let (bytes, passphrase) = sealed();
        let sealed = check(&bytes).expect("whole");
        for at in 0..sealed.len() {
            let mut forged = sealed.to_vec();
            forged[at] ^= 0x01;
            let forged = [first_line(FORMAT, &forged).as_bytes(), &forged].concat();
            assert!(unseal(&forged, &passphrase).is_err(), "{at}");
        }
    }

    #[test]
    fn a_newer_format_is_told_from_damage() {
        let (bytes, passphrase) = sealed();
        let sealed = check(&bytes).expect("whole");
        let newer = [first_line(7, sealed).as_bytes(), sealed].concat();
        assert_eq!(unseal(&newer, &passphrase), Err(Fault::Newer(7)));
        let other = [first_line(7, b"whatever").as_bytes(), b"whatever"].concat();
        assert_eq!(unseal(&other, &passphrase), Err(Fault::Newer(7)));
        let line = "leadbridge-secrets 7 0000\nwhatever";
        assert_eq!(unseal(line.as_bytes(), &passphrase), Err(Fault::Damaged));
    }

    #[test]
    fn a_file_that_asks_for_endless_work_is_refused() {
        let (bytes, passphrase) = sealed();
        let sealed = String::from_utf8_lossy(check(&bytes).expect("whole")).into_owned();
        let line = sealed.lines().find(|line| line.starts_with("-> scrypt")).expect("a stanza");
        let head = sealed.split(line).next().expect("a head").len() + line.len();
        let mut forged = check(&bytes).expect("whole").to_vec();
        assert_eq!(forged[head - 1], b'2', "{line}");
        forged.splice(head - 1..head, *b"30");
        let forged = [first_line(FORMAT, &forged).as_bytes(), &forged].concat();
        assert_eq!(unseal(&forged, &passphrase), Err(Fault::Damaged));
    }
}
