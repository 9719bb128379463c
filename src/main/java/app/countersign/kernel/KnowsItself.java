package app.countersign.kernel;

import java.util.List;

/** A room that can say how it protects what it keeps. Implemented by a CDI bean of the room that knows; it must be quick. */
public interface KnowsItself {

    /** In a fixed order. What has not happened yet is left out. */
    List<OwnFact> facts();
}
