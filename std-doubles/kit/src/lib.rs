//! Nothing of its own: building this package builds what a submission may use.
