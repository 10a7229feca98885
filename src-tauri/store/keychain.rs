//! This computer's keychain, which keeps the secret of a slot outside the store's folder. Here an entry of it is found;
//! who asks for what it keeps, and how long they wait, is theirs to say.

use std::sync::Arc;

use keyring_core::api::CredentialStore;
use keyring_core::{Entry, Error};

/// Whose entries they are, as the keychain's own window lists them.
const SERVICE: &str = "Fairhold";

/// An entry, over a connection of its own: a keychain that was away may be back. Its name is to be nobody's, for
/// keychains list them. May hang for ever.
///
/// # Errors
/// As the keychain says.
pub fn keychain_entry(name: &str) -> Result<Entry, Error> {
    connect()?.build(SERVICE, name, None)
}

#[cfg(target_os = "linux")]
fn connect() -> Result<Arc<CredentialStore>, Error> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn connect() -> Result<Arc<CredentialStore>, Error> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "windows")]
fn connect() -> Result<Arc<CredentialStore>, Error> {
    Ok(windows_native_keyring_store::Store::new()?)
}
