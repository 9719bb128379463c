package app.countersign.access;

/** What is still asked of a person whose password was right, in this order, before any room opens. */
public enum Step {
    /** A code of their second factor. */
    CODE("/welcome/code"),
    /** Another password: theirs was chosen by somebody else, or is too old. */
    PASSWORD("/welcome/password"),
    /** To set up a second factor, which their role requires. */
    FACTOR("/welcome/factor");

    private final String path;

    Step(String path) {
        this.path = path;
    }

    /** Of the page that asks it. */
    public String path() {
        return path;
    }
}
