package app.countersign.contract;

/** By which way a file came back. */
public enum Door {
    /** Somebody of ours brought it on a page. */
    PAGE,
    /** A program brought it. */
    API,
    /** The controller brought it behind the personal link. */
    LINK,
    /** It came by mail. */
    MAIL
}
