package app.countersign.access;

/** Where instances note how many requests somebody has made. */
@FunctionalInterface
interface Ledger {

    /** For an installation of one instance, which needs to ask nobody. */
    Ledger OF_ONE = (asker, begins, wanted, limit) -> limit;

    /**
     * Sets requests aside for this instance.
     *
     * @param asker a SHA-256
     * @param begins when the minute began, in seconds since 1970
     * @param wanted how many would do
     * @return how many this instance may answer without asking again; 0 if all are taken
     */
    int take(String asker, long begins, int wanted, int limit);
}
