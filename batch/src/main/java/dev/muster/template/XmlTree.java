package dev.muster.template;

import dev.muster.model.Origin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the tree of one template file with the line of each element, which the JDK's own trees forget. */
final class XmlTree extends DefaultHandler {
    private static final String SUGGESTION = "Correct it; the .xsd beside the file says what is allowed.";

    private final String file;
    private final Faults faults;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Locator locator;

    XmlTree(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
        open.push(new Open(Origin.wholeFile(file), "", Map.of()));
    }

    /** The top element, after parsing. */
    XmlElement root() {
        return open.element().children.get(0);
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        this.locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.put(attributes.getLocalName(i), attributes.getValue(i));
        }
        open.push(new Open(new Origin(file, line(), 0), localName, values));
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        open.element().text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        XmlElement closed = open.pop().close();
        open.element().children.add(closed);
    }

    @Override
    public void error(SAXParseException error) {
        // Xerces puts its own number ("cvc-pattern-valid: ") in front of the sentence.
        String reason = String.valueOf(error.getMessage()).replaceFirst("^[a-z]+-[\\w.-]+: ", "");
        faults.add(new Origin(file, Math.max(error.getLineNumber(), 0), 0), reason, SUGGESTION);
    }

    private long line() {
        return locator == null ? 0 : locator.getLineNumber();
    }

    /** An element whose end has not been read yet. */
    private record Open(
            Origin origin, String name, Map<String, String> attributes, StringBuilder text, List<XmlElement> children) {
        Open(Origin origin, String name, Map<String, String> attributes) {
            this(origin, name, attributes, new StringBuilder(), new ArrayList<>());
        }

        XmlElement close() {
            return new XmlElement(origin, name, attributes, text.toString().strip(), children);
        }
    }
}
