"""The app's pages: each chooses, asks and shows; `router` is the main script, `session` the event being worked on."""
