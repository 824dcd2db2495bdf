//go:build tools

// Package tools pins grpcurl, with which the tests call a node as an operator would.
package tools

import _ "github.com/fullstorydev/grpcurl/cmd/grpcurl"
