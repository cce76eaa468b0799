use super::*;
use std::fs;

/// Fast: what is tested here is not the work.
const WORK: u8 = 2;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn turn(&self) -> Turn {
        Turn::take(self.0.path()).expect("a turn")
    }

    /// A program that has not opened the file yet.
    fn program(&self, given: Option<&str>) -> Store {
        Store::new(self.0.path(), given.map(Secret::new), WORK)
    }

    /// A file with one secret, and the program that made it.
    fn begun(&self) -> Store {
        let store = self.program(None);
        let change = |secrets: &mut Secrets| drop(secrets.insert("a".into(), Secret::new("one")));
        store.begin(&self.turn(), Secret::new("right"), change).expect("begun");
        store
    }

    fn names(&self) -> Vec<String> {
        let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<_> =
            fs::read_dir(self.0.path()).expect("a folder").flatten().map(name).collect();
        names.sort();
        names
    }
}

fn set(store: &Store, turn: &Turn, name: &str, text: &str) -> Result<(), Said> {
    store.change(turn, |secrets| drop(secrets.insert(name.into(), Secret::new(text))))
}

fn get(store: &Store, name: &str) -> Result<Option<String>, Key> {
    let secret = store.get(name).map_err(|why| why.key)?;
    Ok(secret.map(|secret| secret.reveal().to_owned()))
}

#[test]
fn another_program_needs_the_passphrase_and_then_sees_all() {
    let folder = Folder::new();
    folder.begun();
    let other = folder.program(None);
    assert_eq!(get(&other, "a"), Err(Key::VaultLocked));
    let wrong = other.unlock(Secret::new("wrong")).expect_err("refused");
    assert_eq!(wrong.key, Key::VaultWrongPassphrase);
    assert_eq!(get(&other, "a"), Err(Key::VaultLocked), "still");
    other.unlock(Secret::new("right")).expect("opened");
    assert_eq!(get(&other, "a"), Ok(Some("one".into())));
    let wrong = other.unlock(Secret::new("wrong")).expect_err("refused");
    assert_eq!(wrong.key, Key::VaultWrongPassphrase);
    assert_eq!(get(&other, "a"), Ok(Some("one".into())), "a wrong one locks nothing");
}

#[test]
fn the_environment_s_passphrase_opens_it_or_is_said_to_be_wrong() {
    let folder = Folder::new();
    folder.begun();
    assert_eq!(get(&folder.program(Some("right")), "a"), Ok(Some("one".into())));
    let other = folder.program(Some("wrong"));
    for _ in 0..2 {
        assert_eq!(get(&other, "a"), Err(Key::VaultGivenWrong));
    }
    assert_eq!(set(&other, &folder.turn(), "a", "two").expect_err("no").key, Key::VaultGivenWrong);
    other.unlock(Secret::new("right")).expect("opened");
    assert_eq!(get(&other, "a"), Ok(Some("one".into())));
}

#[test]
fn two_writers_lose_nothing_of_each_other_s() {
    let folder = Folder::new();
    let (one, two) = (folder.begun(), folder.program(Some("right")));
    assert_eq!(get(&two, "a"), Ok(Some("one".into())));
    for round in 0..3 {
        set(&one, &folder.turn(), &format!("one {round}"), "x").expect("kept");
        set(&two, &folder.turn(), &format!("two {round}"), "y").expect("kept");
        two.change(&folder.turn(), |secrets| drop(secrets.remove("a"))).expect("forgotten");
    }
    assert_eq!(get(&one, "a"), Ok(None), "the other one's change is seen");
    let all = one.all().expect("open");
    assert_eq!(all.len(), 6);
    assert_eq!(all, two.all().expect("open"));
}

#[test]
fn writers_at_the_same_moment_wait_for_each_other() {
    let folder = Folder::new();
    folder.begun();
    std::thread::scope(|threads| {
        for writer in 0..4 {
            let (folder, store) = (&folder, folder.program(Some("right")));
            threads.spawn(move || {
                for round in 0..5 {
                    let turn = folder.turn();
                    set(&store, &turn, &format!("{writer} {round}"), "x").expect("kept");
                }
            });
        }
    });
    assert_eq!(folder.program(Some("right")).all().expect("open").len(), 21);
}

#[test]
fn a_passphrase_changed_elsewhere_locks_until_the_new_one_is_entered() {
    let folder = Folder::new();
    let (one, two) = (folder.begun(), folder.program(Some("right")));
    two.all().expect("open");
    let (right, new) = (Secret::new("right"), Secret::new("new"));
    let wrong = one.change_passphrase(&folder.turn(), &new, &right).expect_err("refused");
    assert_eq!(wrong.key, Key::VaultWrongPassphrase);
    one.change_passphrase(&folder.turn(), &right, &new).expect("changed");
    assert_eq!(get(&one, "a"), Ok(Some("one".into())));
    assert_eq!(get(&two, "a"), Err(Key::VaultPassphraseChanged));
    set(&two, &folder.turn(), "b", "two").expect_err("it would be lost");
    two.unlock(new).expect("opened");
    set(&two, &folder.turn(), "b", "two").expect("kept");
    assert_eq!(get(&one, "b"), Ok(Some("two".into())));
    assert_eq!(folder.program(Some("right")).all().expect_err("no").key, Key::VaultGivenWrong);
}

#[test]
fn what_is_wrong_with_the_file_is_said_and_nothing_is_changed() {
    let folder = Folder::new();
    let store = folder.begun();
    let whole = fs::read(store.path()).expect("a file");
    let mut damaged = whole.clone();
    damaged[100] ^= 1;
    for (bytes, key) in [
        (damaged, Key::VaultFileDamaged),
        (whole[..whole.len() / 2].to_vec(), Key::VaultFileDamaged),
        (vec![], Key::VaultFileDamaged),
    ] {
        fs::write(store.path(), &bytes).expect("written");
        for program in [&store, &folder.program(None), &folder.program(Some("right"))] {
            assert_eq!(get(program, "a"), Err(key));
            assert_eq!(set(program, &folder.turn(), "a", "x").expect_err("no").key, key);
            assert_eq!(program.unlock(Secret::new("right")).expect_err("no").key, key);
        }
        assert_eq!(fs::read(store.path()).expect("a file"), bytes, "nothing was changed");
    }
    fs::write(store.path(), &whole).expect("written");
    assert_eq!(get(&store, "a"), Ok(Some("one".into())), "a copy put back is enough");
    fs::remove_file(store.path()).expect("removed");
    assert_eq!(get(&store, "a"), Err(Key::VaultFileMissing));
    set(&store, &folder.turn(), "a", "x").expect_err("nothing is begun by itself");
    assert!(!store.path().exists());
}

/// Rights don't stop root, so what can't be written is a name that is taken by a folder.
#[test]
fn a_write_that_fails_leaves_the_file_as_it_was() {
    let folder = Folder::new();
    let store = folder.begun();
    let before = fs::read(store.path()).expect("a file");
    let taken = store.path().with_extension("new");
    fs::create_dir_all(taken.join("full")).expect("a folder");
    let why = set(&store, &folder.turn(), "b", "two").expect_err("it can't be written");
    assert_eq!(why.key, Key::VaultFileFailed);
    assert_eq!(fs::read(store.path()).expect("a file"), before);
    assert_eq!(get(&store, "b"), Ok(None), "what is remembered is what is kept");
    fs::remove_dir_all(taken).expect("removed");
    set(&store, &folder.turn(), "b", "two").expect("kept");
    assert_eq!(folder.names(), ["secrets.age", "secrets.lock"]);
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_it_whatever_lay_there_before() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    fs::write(folder.0.path().join("secrets.new"), "left behind").expect("written");
    let store = folder.begun();
    set(&store, &folder.turn(), "b", "two").expect("kept");
    let mode = fs::metadata(store.path()).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn what_does_not_change_is_not_written_and_a_given_up_file_is_kept() {
    let folder = Folder::new();
    let store = folder.begun();
    let before = fs::read(store.path()).expect("a file");
    set(&store, &folder.turn(), "a", "one").expect("the same");
    assert_eq!(fs::read(store.path()).expect("a file"), before);
    store.give_up(&folder.turn()).expect("put aside");
    assert_eq!(get(&store, "a"), Err(Key::VaultFileMissing));
    assert_eq!(fs::read(folder.0.path().join(GIVEN_UP)).expect("a file"), before);
}
