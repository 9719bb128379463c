package app.countersign.retention;

/**
 * What can be done in a kind of store. A CDI bean for each kind; runs, holds, approval and protocols know no more of it.
 */
public interface Means {

    StoreKind kind();

    /**
     * Opens the store for one rule.
     *
     * @throws Trouble if it can't be reached, or it is in doubt what the rule means there
     */
    Work open(Errand errand) throws Trouble;

    /** Whether it can be reached at all.
     *
     * @throws Trouble if it can't */
    void ask(Store store) throws Trouble;
}
