package app.countersign.kernel.web;

import jakarta.faces.component.UIComponent;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The components of a view as they stand in it. Unlike {@link UIComponent#visitTree} this evaluates nothing, so it may
 * be asked while the page is rendered; inputs in repeated rows appear once.
 */
final class Tree {

    private Tree() {}

    static <T> Stream<T> of(UIComponent root, Class<T> type) {
        return below(root).filter(type::isInstance).map(type::cast);
    }

    private static Stream<UIComponent> below(UIComponent component) {
        Iterator<UIComponent> children = component.getFacetsAndChildren();
        Stream<UIComponent> all =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(children, Spliterator.ORDERED), false);
        return Stream.concat(Stream.of(component), all.flatMap(Tree::below));
    }
}
