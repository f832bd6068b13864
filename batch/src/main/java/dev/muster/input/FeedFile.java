package dev.muster.input;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The file behind a feed: packed or not, read as bytes once, then as text. */
record FeedFile(Path path) {
    private static final int BUFFER = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** What one look at all the bytes tells: the file's digest, and of which charset its text may be. */
    Census census() throws IOException {
        MessageDigest digest = Identity.sha256();
        CharsetCensus charsets = new CharsetCensus();
        try (InputStream raw = new DigestInputStream(Files.newInputStream(path), digest)) {
            InputStream text = unpacked(new BufferedInputStream(raw, BUFFER));
            byte[] buffer = new byte[BUFFER];
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                charsets.add(buffer, read);
            }
            raw.transferTo(OutputStream.nullOutputStream());
        }
        return new Census(HexFormat.of().formatHex(digest.digest()), charsets);
    }

    record Census(String digest, CharsetCensus charsets) {}

    /** The text, without its byte order mark; bytes that do not decode become {@link Text#UNDECODABLE}. */
    BufferedReader open(Charset charset) throws IOException {
        InputStream bytes = unpacked(new BufferedInputStream(Files.newInputStream(path), BUFFER));
        BufferedReader text = new BufferedReader(
                new InputStreamReader(
                        bytes,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(String.valueOf(Text.UNDECODABLE))),
                BUFFER);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Whether the text begins with a byte order mark. */
    boolean marked(Charset charset) throws IOException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                unpacked(new BufferedInputStream(Files.newInputStream(path), BUFFER)), charset))) {
            return text.read() == BYTE_ORDER_MARK;
        }
    }

    private static InputStream unpacked(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int magic = bytes.read() | bytes.read() << 8;
        bytes.reset();
        return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }
}
