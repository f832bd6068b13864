package dev.muster.template;

import dev.muster.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of a template file that its schema has found valid.
 *
 * @param origin file and line
 * @param attributes with the schema's defaults
 * @param text stripped; empty if there is none
 */
record XmlElement(Origin origin, String name, Map<String, String> attributes, String text, List<XmlElement> children) {
    XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** An attribute that the schema demands. */
    String required(String attribute) {
        return attribute(attribute).orElseThrow();
    }

    Stream<XmlElement> children(String element) {
        return children.stream().filter(child -> child.name.equals(element));
    }
}
