/**
 * What the pages of Swagger UI draw too pale to be read, darkened until each stands 4.5 : 1 against its ground (WCAG 2.1,
 * 1.4.3). A test in the browser looks at them. What is left is an id that
 * Swagger UI gives twice in an opened operation: it is written inside its own script, and no label refers to it.
 */
export const DOCS_CSS = `
.swagger-ui .info .title small,
.swagger-ui .info .title small.version-stamp { background: #4a5568; }
.swagger-ui .info .url, .swagger-ui .info a { color: #1a56a8; }
.swagger-ui .btn.authorize { color: #1b6e4a; border-color: #1b6e4a; }
.swagger-ui .btn.authorize svg { fill: #1b6e4a; }
.swagger-ui .opblock.opblock-get .opblock-summary-method { background: #1a5fa8; }
.swagger-ui .opblock.opblock-post .opblock-summary-method { background: #1b6e4a; }
.swagger-ui .opblock.opblock-put .opblock-summary-method { background: #8a4f00; }
.swagger-ui .opblock.opblock-patch .opblock-summary-method { background: #0f6b66; }
.swagger-ui .opblock.opblock-delete .opblock-summary-method { background: #b3261e; }
.swagger-ui .opblock .opblock-section-header h4 { color: #3b4151; }
.swagger-ui .json-schema-2020-12-expand-deep-button { color: #4a4a4a; }
.swagger-ui .parameter__in { color: #555; }
.swagger-ui .response-control-media-type__accept-message,
.swagger-ui .response-control-media-type__accept-message code { color: #145c14; }
/* What scrolls inside itself cannot be scrolled by the keyboard: shown whole instead. */
.swagger-ui .highlight-code > .microlight,
.swagger-ui .example.microlight { max-height: none; overflow: visible !important; white-space: pre-wrap !important; }
`
