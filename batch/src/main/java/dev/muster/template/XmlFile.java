package dev.muster.template;

import dev.muster.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads one template file under its schema. Refuses document types, and fetches nothing that a file refers to. */
final class XmlFile {
    private XmlFile() {}

    /**
     * The top element, or empty if the file is unreadable or invalid: then {@code faults} says why.
     *
     * @param checked whether the file's schema is asked
     */
    static Optional<XmlElement> read(Path folder, String name, boolean checked, Faults faults) {
        XmlTree tree = new XmlTree(name + ".xml", faults);
        try (InputStream stream = Files.newInputStream(folder.resolve(name + ".xml"))) {
            parser(name, checked).parse(new InputSource(stream), tree);
            return Optional.of(tree.root());
        } catch (SAXParseException broken) {
            tree.error(broken);
        } catch (IOException | SAXException unreadable) {
            faults.add(
                    Origin.wholeFile(name + ".xml"),
                    "Cannot be read: " + unreadable + ".",
                    "Put the file into " + folder.toAbsolutePath() + ", or name its folder in 'templates'.");
        }
        return Optional.empty();
    }

    private static SAXParser parser(String name, boolean checked) throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            if (checked) {
                factory.setSchema(schema(name));
            }
            return factory.newSAXParser();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("This Java runtime has no safe XML parser.", impossible);
        }
    }

    private static Schema schema(String name) throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        URL schema = Objects.requireNonNull(XmlFile.class.getResource(name + ".xsd"), name);
        try (InputStream stream = schema.openStream()) {
            return factory.newSchema(new StreamSource(stream));
        } catch (IOException impossible) {
            throw new IllegalStateException("The program's own " + name + ".xsd cannot be read.", impossible);
        }
    }
}
