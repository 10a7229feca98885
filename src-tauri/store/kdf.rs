//! From a passphrase to a key: Argon2id, with costs that are bounded on both sides.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::StoreError;

const MIB: u32 = 1024;

/// What one guess at a passphrase costs.
///
/// Read from a key file, a cost below the floor is refused, or whoever can write the file could make guessing
/// cheap, and so is one above the ceiling, which would take all memory (SECURITY §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u32, u32, u32)", into = "(u32, u32, u32)")]
pub struct KdfCost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl KdfCost {
    /// The least that is accepted: 64 MiB, three passes. For tests; a store for use is made with [`KdfCost::calibrated`].
    pub const FLOOR: Self = Self {
        memory_kib: 64 * MIB,
        passes: 3,
        lanes: 1,
    };
    /// What a store is made with at least: 128 MiB, three passes, one lane.
    pub const STANDARD: Self = Self {
        memory_kib: 128 * MIB,
        passes: 3,
        lanes: 1,
    };
    const CEILING: Self = Self {
        memory_kib: 1024 * MIB,
        passes: 12,
        lanes: 4,
    };
    /// Calibration stops before one derivation takes longer.
    const LONGEST: Duration = Duration::from_millis(700);

    /// A cost as a key file states it, if it is within bounds.
    pub const fn new(memory_kib: u32, passes: u32, lanes: u32) -> Option<Self> {
        if memory_kib < Self::FLOOR.memory_kib
            || memory_kib > Self::CEILING.memory_kib
            || passes < Self::FLOOR.passes
            || passes > Self::CEILING.passes
            || lanes < 1
            || lanes > Self::CEILING.lanes
        {
            return None;
        }
        Some(Self {
            memory_kib,
            passes,
            lanes,
        })
    }

    /// The standard cost, its memory doubled while one derivation stays under 700 ms on this computer.
    ///
    /// # Errors
    /// [`StoreError::Random`] when the derivation itself fails, for want of memory.
    pub fn calibrated() -> Result<Self, StoreError> {
        let mut cost = Self::STANDARD;
        while let Some(dearer) =
            Self::new(cost.memory_kib.saturating_mul(2), cost.passes, cost.lanes)
        {
            let begun = Instant::now();
            derive("calibration", &[0; 16], dearer)?;
            if begun.elapsed() > Self::LONGEST {
                break;
            }
            cost = dearer;
        }
        Ok(cost)
    }
}

impl TryFrom<(u32, u32, u32)> for KdfCost {
    type Error = &'static str;

    fn try_from((memory_kib, passes, lanes): (u32, u32, u32)) -> Result<Self, Self::Error> {
        Self::new(memory_kib, passes, lanes).ok_or("a cost outside its bounds")
    }
}

impl From<KdfCost> for (u32, u32, u32) {
    fn from(cost: KdfCost) -> Self {
        (cost.memory_kib, cost.passes, cost.lanes)
    }
}

/// The key a passphrase gives. Normalised first (NFKC), so that one passphrase typed on two systems is the same.
pub(crate) fn derive(
    passphrase: &str,
    salt: &[u8; 16],
    cost: KdfCost,
) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    let normal: Zeroizing<String> = Zeroizing::new(passphrase.nfkc().collect());
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))
        .map_err(|_error| StoreError::Random)?;
    let mut key = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(normal.as_bytes(), salt, key.as_mut_slice())
        .map_err(|_error| StoreError::Random)?;
    Ok(key)
}
