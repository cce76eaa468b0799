//! Everything that is kept but secrets, in one SQLite file. The only place with SQL.
//!
//! Functions are named for what they do, and each write is one short transaction: none is open
//! while something is asked over the network. Claims are leases on rows, so that a crash only makes
//! a lease run out, and so that several engines could share one database.

mod arrivals;
mod attempts;
mod book;
mod conversations;
mod deliveries;
mod events;
mod follows;
mod in_use;
mod leads;
mod ledger;
mod questions;
mod receipts;
mod samples;
mod settings;
mod sweeps;

pub use arrivals::{ArrivalEnd, ClaimedArrival, Listing, NewArrival};
pub use conversations::{ConversationText, Keep, KeptConversation};
pub use deliveries::{ClaimedDelivery, DeliveryEnd, Digest, Sent};
pub use events::{Asks, NewEvent};
pub use follows::Followed;
pub use in_use::{Adopt, Besides, InUse, KeptConfig};
pub use leads::{LeadSnapshot, NewLead};
pub use ledger::Quarter;
pub use questions::{KeptSet, KeptVersion};
pub use receipts::{NewReceipt, ReceiptFilter};
pub use samples::KeptSample;
pub use sweeps::{DuePage, Next, Reader};

use crate::said::Said;
use jiff::Timestamp;
use sqlx::{
    ConnectOptions, SqlitePool,
    migrate::{MigrateError, Migrator},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{
    fs::{File, TryLockError},
    io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

static MIGRATIONS: Migrator = sqlx::migrate!("src/store/migrations");

/// How long a write waits for another program's before it fails.
const BUSY: Duration = Duration::from_secs(10);

/// The database's file.
const FILE: &str = "leadbridge.db";
/// The file that is locked while the tables are made.
const MIGRATING: &str = "leadbridge.migrating";
/// How long another program may take to make them, and how often we look whether it has.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK: Duration = Duration::from_millis(10);

/// Why the data folder can't be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder or file can't be written or read.
    #[error(
        "the data folder {folder} can't be used: {why}; choose another with LEADBRIDGE_DATA_DIR"
    )]
    Folder {
        /// The folder.
        folder: String,
        /// What the system said.
        why: String,
    },
    /// A later version wrote it.
    #[error(
        "the data folder {folder} was written by a newer Leadbridge (its step {step} is unknown here); update Leadbridge, nothing was changed"
    )]
    Newer {
        /// The folder.
        folder: String,
        /// The unknown migration.
        step: i64,
    },
}

/// The database of one data folder.
#[derive(Clone)]
pub struct Store {
    /// The one writer: SQLite takes one at a time, and waiting here is cheaper than `SQLITE_BUSY`.
    writer: SqlitePool,
    reader: SqlitePool,
}

impl Store {
    /// Open the folder's database, and bring its tables up to date.
    pub async fn open(folder: &Path) -> Result<Self, Error> {
        let unusable = |why: String| Error::Folder { folder: folder.display().to_string(), why };
        let alone = prepare(folder).await.map_err(|e| unusable(e.to_string()))?;
        let options = SqliteConnectOptions::new()
            .filename(sqlite_name(folder.join(FILE)))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // An answer 2xx to iAdvize promises that the event outlives a power cut.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY)
            .disable_statement_logging();
        let pool = |max| {
            SqlitePoolOptions::new()
                .max_connections(max)
                .min_connections(1)
                .idle_timeout(None)
                .max_lifetime(None)
        };
        let writer =
            pool(1).connect_with(options.clone()).await.map_err(|e| unusable(plain(&e)))?;
        migrate(&writer, folder).await?;
        drop(alone);
        let reader = pool(4)
            .connect_with(options.optimize_on_close(true, None))
            .await
            .map_err(|e| unusable(plain(&e)))?;
        Ok(Self { writer, reader })
    }

    /// Close every connection, so that the file is complete on its own.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }

    /// A number that moves when another program has written. Asked on the writer: any other
    /// connection would take our own writes for somebody else's.
    pub async fn version(&self) -> sqlx::Result<i64> {
        sqlx::query_scalar("PRAGMA data_version").fetch_one(&self.writer).await
    }
}

async fn migrate(pool: &SqlitePool, folder: &Path) -> Result<(), Error> {
    let folder = folder.display().to_string();
    match MIGRATIONS.run(pool).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(step) | MigrateError::VersionTooNew(step, _)) => {
            Err(Error::Newer { folder, step })
        }
        Err(error) => Err(Error::Folder { folder, why: error.to_string() }),
    }
}

/// SQLite's own words, without the library's wrapping.
fn plain(error: &sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(error) => error.message().to_owned(),
        error => error.to_string(),
    }
}

/// Make the folder and an empty database where there are none, and be alone with them while the
/// answer is held: two programs that begin on a new folder would both make its tables.
///
/// What visitors said is nobody else's on this machine, so what we make is made for its owner
/// alone. What is there already keeps the rights that somebody gave it.
async fn prepare(folder: &Path) -> io::Result<File> {
    let (mut dir, mut file) = (tokio::fs::DirBuilder::new(), tokio::fs::OpenOptions::new());
    // Elsewhere the person's own profile folder keeps others out.
    #[cfg(unix)]
    {
        dir.mode(0o700);
        file.mode(0o600);
    }
    dir.recursive(true).create(folder).await?;
    let alone = be_alone(&folder.join(MIGRATING)).await?;
    match file.write(true).create_new(true).open(folder.join(FILE)).await {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    Ok(alone)
}

/// A file's name as SQLite is told it. SQLite takes any; sqlx wants UTF-8, so that a name which is
/// none goes as an address, every byte escaped.
fn sqlite_name(path: PathBuf) -> PathBuf {
    #[cfg(unix)]
    if path.to_str().is_none() {
        let bytes = std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str());
        let escaped: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
        return format!("file:{escaped}").into();
    }
    path
}

/// Take the lock of this file. It is asked for again and again, rather than waited for on a thread
/// that nothing could end.
async fn be_alone(path: &Path) -> io::Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    let began = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if began.elapsed() < PATIENCE => {
                tokio::time::sleep(LOOK).await;
            }
            Err(TryLockError::WouldBlock) => {
                let why = "another program is opening it, and doesn't come to an end";
                return Err(io::Error::new(io::ErrorKind::TimedOut, why));
            }
        }
    }
}

fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

fn timestamp(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// An enum's snake_case name, as kept in a column and as the window knows it.
fn name<T: serde::Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        other => unreachable!("a state serialises to its name, not {other:?}"),
    }
}

/// The enum of a name kept in a column.
fn named<T: serde::de::DeserializeOwned>(name: &str) -> sqlx::Result<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned()))
        .map_err(|e| sqlx::Error::Decode(e.into()))
}

/// A sentence as kept: its key and places, so that the window can say it in any language. One that
/// another version wrote is said as it stands.
fn said(column: Option<&str>) -> Option<Said> {
    column.map(|kept| serde_json::from_str(kept).unwrap_or_else(|_| Said::foreign(kept)))
}

/// A list as kept, and as a query can look through it.
fn json_list(list: &[String]) -> sqlx::Result<String> {
    settings::json(&list)
}

/// What a LIKE pattern takes for itself, taken literally: the words of a search.
fn pattern(search: &str) -> String {
    let escaped: String = search
        .chars()
        .flat_map(|c| matches!(c, '%' | '_' | '\\').then_some('\\').into_iter().chain([c]))
        .collect();
    format!("%{escaped}%")
}

/// Where a page begins: after the row with this sort key and id.
fn cursor(after: Option<&str>) -> (i64, String) {
    after
        .and_then(|text| text.split_once('~'))
        .and_then(|(at, id)| Some((at.parse().ok()?, id.to_owned())))
        .unwrap_or((i64::MAX, String::new()))
}

/// Cut the row too many that a query asked for, and say where the next page begins if it was there.
fn page<R>(
    mut rows: Vec<R>,
    limit: u32,
    key: impl Fn(&R) -> (i64, &String),
) -> (Vec<R>, Option<String>) {
    let more = rows.len() > limit as usize;
    rows.truncate(limit as usize);
    let next = rows.last().filter(|_| more).map(|row| {
        let (at, id) = key(row);
        format!("{at}~{id}")
    });
    (rows, next)
}
