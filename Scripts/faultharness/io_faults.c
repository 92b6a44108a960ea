/* A preloaded shim that makes one call on the ledger's files fail: DMO_FAULT_AT counts writes, flushes and truncations
   of files whose name holds DMO_FAULT_NAME, and the one of that number returns DMO_FAULT_ERRNO, as all after it do. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static int fails(int fd) {
    const char *at = getenv("DMO_FAULT_AT"), *name = getenv("DMO_FAULT_NAME"), *number = getenv("DMO_FAULT_ERRNO");
    if (!at || !name) return 0;
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!strstr(path, name)) return 0;
    if (__sync_add_and_fetch(&calls, 1) < atol(at)) return 0;
    errno = number ? atoi(number) : EIO;
    return 1;
}

#define NEXT(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
    return fails(fd) ? -1 : NEXT(pwrite)(fd, bytes, count, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
    return fails(fd) ? -1 : NEXT(pwrite64)(fd, bytes, count, offset);
}
ssize_t write(int fd, const void *bytes, size_t count) { return fails(fd) ? -1 : NEXT(write)(fd, bytes, count); }
int fsync(int fd) { return fails(fd) ? -1 : NEXT(fsync)(fd); }
int fdatasync(int fd) { return fails(fd) ? -1 : NEXT(fdatasync)(fd); }
int ftruncate(int fd, off_t length) { return fails(fd) ? -1 : NEXT(ftruncate)(fd, length); }
int ftruncate64(int fd, off64_t length) { return fails(fd) ? -1 : NEXT(ftruncate64)(fd, length); }
