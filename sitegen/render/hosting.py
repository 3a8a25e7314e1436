"""What tells search engines and static hosts how to treat the site; it names no client."""

ROBOTS = b"""User-agent: *
Disallow: /
"""

HEADERS = b"""/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  X-Frame-Options: DENY
  X-Robots-Tag: noindex
  Permissions-Policy: camera=(), geolocation=(), microphone=()

/assets/*
  Cache-Control: public, max-age=31536000, immutable

/:reader/assets/*
  Cache-Control: public, max-age=31536000, immutable
"""
"""For Netlify and Cloudflare Pages: names with a hash may be kept for ever.

Both ask for pages again each time by themselves. They join what several rules say of one header, so that the first
rule must not say it of pages; and Cloudflare passes over a rule with two stars.
"""
