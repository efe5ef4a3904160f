//! The billing system's end of the documents bucket.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use portal_contracts::paper::FileType;
use portal_lambda::{Bucket, Clock};
use tokio::task::JoinSet;

use crate::{
    generate::{StoredFile, Utility},
    people::Http,
};

/// Files on their way at the same time.
const LANES: usize = 8;
/// How long an address takes a file.
const VALID: Duration = Duration::from_secs(300);

/// Where files are put before the updates that name them are sent.
#[derive(Clone)]
pub struct Shelf {
    bucket: Bucket,
    http: Http,
    clock: Clock,
}

impl Shelf {
    /// The bucket must be reached by plain HTTP, as an emulator's is.
    pub fn new(bucket: Bucket, clock: Clock) -> Self {
        Self { bucket, http: Http::new(), clock }
    }

    /// Puts all files of the utility there and says how many.
    pub async fn fill(&self, utility: &Utility) -> Result<usize> {
        let mut lanes = vec![Vec::new(); LANES];
        let files = utility.accounts.iter().flat_map(|account| &account.files);
        for (place, file) in files.enumerate() {
            if let Some(lane) = lanes.get_mut(place % LANES) {
                lane.push(file.clone());
            }
        }
        let count = lanes.iter().map(Vec::len).sum();
        let mut putting = JoinSet::new();
        for lane in lanes {
            let shelf = self.clone();
            putting.spawn(async move {
                for file in lane {
                    shelf.put(file).await?;
                }
                anyhow::Ok(())
            });
        }
        while let Some(done) = putting.join_next().await {
            done.context("waiting for a lane")??;
        }
        Ok(count)
    }

    async fn put(&self, file: StoredFile) -> Result<()> {
        let StoredFile { key, bytes } = file;
        let address = self.bucket.upload_address(&key, self.clock.now(), VALID).await?;
        let answer = self.http.put(&address, FileType::Pdf.media_type(), bytes).await?;
        ensure!(answer.status.is_success(), "{} when putting {key}", answer.status);
        Ok(())
    }
}
