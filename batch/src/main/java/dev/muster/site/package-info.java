/** A site, put together from its configuration, and what every command of it ends with. Loads no Vert.x and no Spring. */
@org.jspecify.annotations.NullMarked
package dev.muster.site;
