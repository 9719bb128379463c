package app.countersign.backup;

/** Is told how far it has come. */
@FunctionalInterface
interface Progress {

    Progress NOBODY = (done, total) -> {};

    /** @param done rows, of the total */
    void at(long done, long total);
}
